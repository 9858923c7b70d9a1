package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;

/** A lane whose tasks run when the test says so. */
class LaneTest {
    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Locked batches = new Locked();
    private long now;
    private final Lane lane = new Lane(batches, tasks::add, () -> now);

    @Test
    void what_comes_while_a_batch_waits_goes_into_the_next_in_its_order() {
        List<Posting> first = postings(2);
        List<Posting> second = postings(2);
        lane.add(first);
        batches.meanwhile = () -> {
            lane.add(second.subList(0, 1));
            lane.add(second.subList(1, 2));
        };
        assertEquals(1, tasks.size());
        tasks.remove().run();
        assertEquals(List.of(first, second), batches.settled);
        assertTrue(tasks.isEmpty());
    }

    @Test
    void a_lane_that_has_ended_begins_again() {
        lane.add(postings(1));
        tasks.remove().run();
        lane.add(postings(1));
        tasks.remove().run();
        assertEquals(2, batches.settled.size());
    }

    @Test
    void too_many_are_refused_at_once_and_the_others_stay() {
        List<Posting> most = postings(1024);
        List<Posting> more = postings(1);
        lane.add(most);
        lane.add(more);
        assertTrue(more.get(0).answer().isCompletedExceptionally());
        tasks.remove().run();
        assertEquals(List.of(most), batches.settled);
    }

    @Test
    void rooms_of_unknown_commits_are_handed_over_once_and_keep_the_lane() {
        batches.unsure = Set.of(7L);
        lane.add(postings(1));
        assertEquals(Set.of(), lane.takeUnsure());
        tasks.remove().run();
        now += TimeUnit.SECONDS.toNanos(4);
        assertFalse(lane.done());
        assertEquals(Set.of(7L), lane.takeUnsure());
        assertTrue(lane.done());
        assertEquals(Set.of(), lane.takeUnsure());
    }

    private List<Posting> postings(int count) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            postings.add(new Posting(ann, 7, null));
        }
        return postings;
    }

    private static final class Locked extends Batches {
        private final List<List<Posting>> settled = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private Set<Long> unsure = Set.of();

        @Override
        Outcome settle(List<Posting> postings, boolean patient) {
            assertTrue(patient);
            settled.add(postings);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return new Outcome(List.of(), unsure);
        }
    }
}
