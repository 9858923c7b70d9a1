package org.parley.posting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.parley.problems.Refusal;

/**
 * A room whose row another transaction has locked. The lane waits for the lock: 2 s for a batch, which then answers
 * {@code unavailable}, together with all postings behind it. The room stays in its lane for some seconds after that, so
 * that not every batch meets the same lock.
 */
final class Lane {
    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    private static final int MOST_WAITING = 1024;
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Batches batches;
    private final Executor lanes;
    private final LongSupplier nanos;
    private final List<Posting> waiting = new ArrayList<>();
    private final Set<Long> unsure = new HashSet<>();
    private boolean running;
    private long apartSince;

    Lane(Batches batches, Executor lanes, LongSupplier nanos) {
        this.batches = batches;
        this.lanes = lanes;
        this.nanos = nanos;
        this.apartSince = nanos.getAsLong();
    }

    synchronized void add(List<Posting> postings) {
        if (waiting.size() + postings.size() > MOST_WAITING) {
            refuse(postings);
            return;
        }
        waiting.addAll(postings);
        if (!running) {
            running = true;
            begin();
        }
    }

    private void begin() {
        try {
            lanes.execute(this::run);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "Could not start the lane of a locked room", failure);
            refuse(next());
            running = false;
        }
    }

    /** Whether the room may go back to its committer. */
    synchronized boolean done() {
        return !running && unsure.isEmpty() && nanos.getAsLong() - apartSince > APART_NANOS;
    }

    synchronized Set<Long> takeUnsure() {
        Set<Long> taken = Set.copyOf(unsure);
        unsure.clear();
        return taken;
    }

    private void run() {
        List<Posting> batch = next();
        while (!batch.isEmpty()) {
            try {
                settle(batch);
            } catch (RuntimeException | Error failure) {
                // Catch an Error too: a lane that seems to run forever would never accept another message of its room.
                LOG.log(System.Logger.Level.ERROR, "A turn of a locked room's lane failed; the lane goes on", failure);
                refuse(batch);
            }
            batch = next();
        }
    }

    private synchronized List<Posting> next() {
        List<Posting> batch = List.copyOf(waiting);
        waiting.clear();
        running = !batch.isEmpty();
        return batch;
    }

    private void settle(List<Posting> batch) {
        Batches.Outcome outcome = batches.settle(batch, true);
        boolean refused = batch.stream().anyMatch(posting -> posting.answer().isCompletedExceptionally());
        synchronized (this) {
            unsure.addAll(outcome.unsure());
            if (refused) {
                apartSince = nanos.getAsLong();
            }
        }
    }

    private static void refuse(List<Posting> postings) {
        postings.forEach(posting -> posting.tell(Refusal.unavailable()));
    }
}
