package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class CommitterTest {
    private static final long ROOM = 7;
    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private final FailingBatches batches = new FailingBatches();

    @Test
    void a_committer_takes_the_next_message_after_an_error() throws InterruptedException {
        Committer committer = new Committer(batches, null, Runnable::run);
        Posting unlucky = posting();
        Posting next = posting();
        batches.thrown = () -> {
            committer.offer(next);
            committer.stop();
        };
        committer.offer(unlucky);
        Thread thread = new Thread(committer, "committer");
        thread.setDaemon(true);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertEquals(List.of(next), batches.settled);
    }

    @Test
    void a_lane_refuses_what_met_an_error_and_takes_the_next_message() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        Lane lane = new Lane(batches, tasks::add, System::nanoTime);
        Posting unlucky = posting();
        Posting next = posting();
        lane.add(List.of(unlucky));
        tasks.remove().run();
        assertTrue(unlucky.answer().isCompletedExceptionally());
        lane.add(List.of(next));
        tasks.remove().run();
        assertEquals(List.of(next), batches.settled);
    }

    @Test
    void a_lane_without_a_thread_refuses_and_tries_again_with_the_next_message() {
        Lane lane = new Lane(
                batches,
                task -> {
                    throw new OutOfMemoryError("no thread");
                },
                System::nanoTime);
        Posting first = posting();
        Posting next = posting();
        lane.add(List.of(first));
        assertTrue(first.answer().isCompletedExceptionally());
        lane.add(List.of(next));
        assertTrue(next.answer().isCompletedExceptionally());
    }

    @Test
    void a_commit_that_ends_in_an_error_answers_its_senders() {
        Batches real = new Batches();
        real.committing = new CommittingMessages() {
            @Override
            void commit(Attempt attempt) {
                throw new StackOverflowError();
            }
        };
        Posting unlucky = posting();
        assertEquals(Set.of(), real.settle(List.of(unlucky), false).unsure());
        assertTrue(unlucky.answer().isCompletedExceptionally());
    }

    private Posting posting() {
        return new Posting(ann, ROOM, null);
    }

    /** The first batch meets an error. */
    private static final class FailingBatches extends Batches {
        private final List<Posting> settled = new ArrayList<>();
        private Runnable thrown = () -> {};
        private boolean failed;

        @Override
        Outcome settle(List<Posting> postings, boolean patient) {
            if (!failed) {
                failed = true;
                thrown.run();
                throw new NoClassDefFoundError("for a test");
            }
            settled.addAll(postings);
            return Outcome.empty();
        }
    }
}
