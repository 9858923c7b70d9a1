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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;

/** A committer that takes its turns on the test's thread; during each turn the test adds postings for the next. */
class CommitterTurnsTest {
    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private final Queue<Runnable> lanes = new ArrayDeque<>();
    private final Queue<Function<List<Posting>, Batches.Outcome>> turns = new ArrayDeque<>();
    private final List<List<Posting>> settled = new ArrayList<>();
    private final List<Set<Long>> looked = new ArrayList<>();
    private int failingLooks;

    private final Batches batches = new Batches() {
        @Override
        Outcome settle(List<Posting> postings, boolean patient) {
            settled.add(postings);
            return patient || postings.isEmpty()
                    ? Outcome.empty()
                    : turns.remove().apply(postings);
        }
    };

    private final LookingForCommits looking = new LookingForCommits() {
        @Override
        void look(Set<Long> roomIds) {
            looked.add(Set.copyOf(roomIds));
            if (failingLooks-- > 0) {
                throw new IllegalStateException("for a test");
            }
        }
    };

    private final Committer committer = new Committer(batches, looking, lanes::add);

    @Test
    void a_locked_room_waits_in_its_lane_with_all_that_comes_behind_and_the_others_go_on() {
        Posting locked = posting(7);
        Posting behind = posting(7);
        Posting elsewhere = posting(8);
        turn(batch -> new Batches.Outcome(batch, Set.of()), behind, elsewhere);
        turn(batch -> Batches.Outcome.empty());
        committer.offer(locked);
        committer.run();
        assertEquals(List.of(List.of(locked), List.of(elsewhere)), settled);
        assertEquals(1, lanes.size());
        lanes.remove().run();
        assertEquals(List.of(locked, behind), settled.get(2));
    }

    @Test
    void a_room_of_an_unknown_commit_is_looked_at_until_the_database_answers() {
        failingLooks = 1;
        turn(batch -> new Batches.Outcome(List.of(), Set.of(7L)), posting(8));
        turn(batch -> Batches.Outcome.empty(), posting(8));
        turn(batch -> Batches.Outcome.empty());
        committer.offer(posting(7));
        committer.run();
        assertEquals(List.of(Set.of(7L), Set.of(7L)), looked);
        assertEquals(3, settled.size());
    }

    @Test
    void what_waits_is_committed_after_the_stop_and_nothing_more_is_taken() {
        turn(batch -> Batches.Outcome.empty());
        committer.offer(posting(7));
        committer.stop();
        assertFalse(committer.offer(posting(7)));
        committer.run();
        assertEquals(1, settled.size());
        assertTrue(turns.isEmpty());
    }

    /** Decides the result of a turn's batch, and what arrives meanwhile; after the last turn the committer stops. */
    private void turn(Function<List<Posting>, Batches.Outcome> course, Posting... meanwhile) {
        turns.add(batch -> {
            List.of(meanwhile).forEach(committer::offer);
            if (meanwhile.length == 0) {
                committer.stop();
            }
            return course.apply(batch);
        });
    }

    private Posting posting(long roomId) {
        return new Posting(ann, roomId, null);
    }
}
