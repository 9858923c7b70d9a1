package org.parley.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.parley.problems.LastingFailure;

/**
 * Group commit for a part of the rooms. While one transaction flushes, new postings gather, and the next transaction
 * takes them all. There is no timer: a single message commits at once, and under load the batch grows by itself.
 *
 * <p>A room that another transaction has locked is moved to a {@link Lane}, so that the other rooms need not wait. Only
 * this thread knows which rooms are moved, so each room's messages stay in order.
 */
final class Committer implements Runnable {
    private static final System.Logger LOG = System.getLogger(Committer.class.getName());
    private static final int MOST_WAITING = 8192;
    private static final int MOST_IN_BATCH = 512;
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final BlockingQueue<Posting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Long, Lane> apart = new HashMap<>();
    private final Set<Long> unsure = new HashSet<>();
    private final LastingFailure unseen =
            new LastingFailure(LOG, "Could not find out whether a commit succeeded; the next look comes soon");
    private final Batches batches;
    private final LookingForCommits looking;
    private final Executor lanes;
    private volatile boolean stopped;

    /** @param lanes runs the lanes of locked rooms */
    Committer(Batches batches, LookingForCommits looking, Executor lanes) {
        this.batches = batches;
        this.looking = looking;
        this.lanes = lanes;
    }

    /** @return false if too many postings wait; then the posting was not taken */
    boolean offer(Posting posting) {
        return !stopped && waiting.offer(posting);
    }

    /** How many postings wait. */
    int waiting() {
        return waiting.size();
    }

    /** Commits what waits; accepts no new postings. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped || !waiting.isEmpty()) {
            try {
                turn();
            } catch (InterruptedException interrupted) {
                stopped = true;
            } catch (RuntimeException | Error failure) {
                // Catch an Error too: without this thread, its rooms would never accept a message again.
                LOG.log(System.Logger.Level.ERROR, "A turn of the committer failed; the committer goes on", failure);
            }
        }
    }

    private void turn() throws InterruptedException {
        Posting first = waiting.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Posting> batch = new ArrayList<>();
            batch.add(first);
            waiting.drainTo(batch, MOST_IN_BATCH - 1);
            commit(withoutThoseApart(batch));
        }
        look();
    }

    private void commit(List<Posting> batch) {
        Batches.Outcome outcome = batches.settle(batch, false);
        unsure.addAll(outcome.unsure());
        outcome.leftOver().stream()
                .collect(Collectors.groupingBy(Posting::roomId))
                .forEach((roomId, postings) -> apart.computeIfAbsent(
                                roomId, id -> new Lane(batches, lanes, System::nanoTime))
                        .add(postings));
    }

    private List<Posting> withoutThoseApart(List<Posting> batch) {
        apart.values().removeIf(Lane::done);
        if (apart.isEmpty()) {
            return batch;
        }
        List<Posting> rest = new ArrayList<>();
        for (Posting posting : batch) {
            Lane lane = apart.get(posting.roomId());
            if (lane == null) {
                rest.add(posting);
            } else {
                lane.add(List.of(posting));
            }
        }
        return rest;
    }

    private void look() {
        apart.values().forEach(lane -> unsure.addAll(lane.takeUnsure()));
        if (unsure.isEmpty()) {
            return;
        }
        try {
            looking.look(unsure);
            unsure.clear();
            unseen.succeeded();
        } catch (RuntimeException | Error unreachable) {
            unseen.failed(unreachable);
        }
    }
}
