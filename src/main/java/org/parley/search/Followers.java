package org.parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.parley.messages.Log;
import org.parley.messages.LogFollower;
import org.parley.messages.Logged;
import org.parley.messages.MessagesPosted;

/**
 * Brings the logs of all rooms into an index. A room that gets something new has a follower until that is on the disk.
 * What was missed is read a few rooms at a time, those used last first, so that new messages need not wait for it.
 *
 * <p>All of this happens on one thread. Methods may be called from there alone, unless they say otherwise.
 */
final class Followers {
    private static final System.Logger LOG = System.getLogger(Followers.class.getName());
    /** A kill costs no more than to read what came meanwhile from the logs again. */
    private static final long COMMIT_MILLIS = 30_000;
    /** How many rooms that were missed are read at the same time. */
    private static final int AT_ONCE = 4;

    private final Index index;
    private final Log log;
    private final LongUnaryOperator heads;
    private final IndexingEntries indexing;
    private final IndexThread thread;
    private final Executor reader;
    private final Watcher watcher;

    private final ConcurrentMap<Long, OneLog> active = new ConcurrentHashMap<>();
    /** Rooms without a follower that have grown, with their heads. */
    private final ConcurrentMap<Long, Long> woken = new ConcurrentHashMap<>();

    private final Deque<Long> missed = new ArrayDeque<>();
    private final Set<Long> catchingUp = new HashSet<>();
    private volatile Progress progress = Progress.NONE;
    private long begun;
    private boolean committing;

    /** Is told on the same thread. */
    interface Watcher {
        /** The index cannot be used any more. It is told once. */
        void lost(Throwable failure);

        /** What was put is on the disk. */
        void kept();
    }

    /**
     * @param heads the highest number of a room that may be shown
     * @param thread runs one task at a time
     * @param reader reads logs meanwhile
     */
    Followers(
            Index index,
            Log log,
            Entries entries,
            LongUnaryOperator heads,
            ScheduledExecutorService thread,
            Executor reader,
            Watcher watcher) {
        this.index = index;
        this.log = log;
        this.heads = heads;
        this.reader = reader;
        this.watcher = watcher;
        this.indexing = new IndexingEntries(index, log, entries);
        this.thread = new IndexThread(thread, index, this::retry, watcher::lost);
    }

    /** From any thread. */
    Index index() {
        return index;
    }

    /** From any thread. */
    Progress progress() {
        return progress;
    }

    /** How many numbers are known to be missing. From any thread. */
    long lag() {
        return active.values().stream().mapToLong(one -> one.follower.lag()).sum() + woken.size() + missed.size();
    }

    /**
     * Reads what is missing.
     *
     * @param stored the heads of all rooms, those used last first
     */
    void begin(Map<Long, Long> stored) throws IOException {
        Map<Long, Long> positions = index.positions();
        if (ahead(positions, stored)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The index of the search knows more than the database, which may be a backup; it is built again");
            index.clear();
            positions = Map.of();
        }
        for (long roomId : positions.keySet()) {
            if (!stored.containsKey(roomId)) {
                index.forget(roomId);
            }
        }
        // Shows early whether the disk takes anything.
        index.commit();
        begun = System.nanoTime();
        progress = Progress.begin(miss(positions, stored));
        index.expect(true);
        catchUp();
    }

    private static boolean ahead(Map<Long, Long> positions, Map<Long, Long> stored) {
        return positions.entrySet().stream()
                .anyMatch(known -> known.getValue() > stored.getOrDefault(known.getKey(), Long.MAX_VALUE));
    }

    /** Returns how many numbers are missing. */
    private long miss(Map<Long, Long> positions, Map<Long, Long> stored) {
        long all = 0;
        for (Map.Entry<Long, Long> room : stored.entrySet()) {
            long behind = room.getValue() - positions.getOrDefault(room.getKey(), 0L);
            if (behind > 0) {
                missed.add(room.getKey());
                all += behind;
            }
        }
        return all;
    }

    private void catchUp() {
        while (catchingUp.size() < AT_ONCE && !missed.isEmpty()) {
            long roomId = missed.peek();
            follow(roomId, heads.applyAsLong(roomId));
            missed.poll();
            catchingUp.add(roomId);
        }
        if (catchingUp.isEmpty() && !progress.complete()) {
            progress = progress.finished();
            index.expect(false);
            changed();
            tell();
        }
    }

    private void tell() {
        if (progress.all() > 0) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            LOG.log(
                    System.Logger.Level.INFO,
                    "The search has read what its index had missed; entries: " + progress.all() + ", milliseconds: "
                            + millis);
        }
    }

    /** A log has grown. From any thread; it only hands over. */
    void grown(MessagesPosted posted) {
        OneLog followed = active.get(posted.roomId());
        if (followed != null) {
            followed.follower.grown(posted);
        } else if (woken.merge(posted.roomId(), posted.head(), Math::max) == posted.head()) {
            thread.run(this::wake);
        }
    }

    private void wake() {
        for (long roomId : List.copyOf(woken.keySet())) {
            Long head = woken.remove(roomId);
            if (head != null) {
                follow(roomId, head);
            }
        }
    }

    private void follow(long roomId, long head) {
        active.computeIfAbsent(roomId, OneLog::new)
                .follower
                .grown(new MessagesPosted(roomId, null, 0, head, List.of()));
    }

    /** A room is gone. From any thread. */
    void deleted(long roomId) {
        thread.run(() -> {
            active.remove(roomId);
            index.forget(roomId);
            caughtUp(roomId);
            changed();
        });
    }

    private void caughtUp(long roomId) {
        if (catchingUp.remove(roomId)) {
            catchUp();
        }
    }

    /** Follows the log of one room. */
    private final class OneLog {
        private final long roomId;
        private final LogFollower follower;
        private boolean taken;

        OneLog(long roomId) {
            this.roomId = roomId;
            ReadingAhead ahead = new ReadingAhead(log, heads, reader);
            this.follower =
                    new LogFollower(roomId, position(), ahead, turn -> thread.run(() -> take(turn)), this::take);
        }

        private long position() {
            try {
                return index.position(roomId);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void take(Runnable turn) {
            taken = false;
            turn.run();
            // The log of a room that is being deleted gives nothing.
            if (!taken || follower.lag() == 0) {
                caughtUp(roomId);
            }
        }

        private void take(List<Logged> next) {
            taken = true;
            try {
                indexing.index(roomId, next);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            follower.reached(next.get(next.size() - 1).seq());
            progress = progress.and(next.size());
            changed();
        }
    }

    /** What was put is on the disk some time later. */
    private void changed() {
        if (!committing) {
            committing = true;
            thread.later(COMMIT_MILLIS, () -> {
                committing = false;
                index.commit();
                watcher.kept();
                active.values().removeIf(one -> one.follower.lag() == 0 && !catchingUp.contains(one.roomId));
            });
        }
    }

    private void retry() {
        active.values().forEach(one -> one.follower.retry());
        wake();
        catchUp();
    }

    /** A search has found that the index is unusable. From any thread. */
    void failed(Throwable failure) {
        thread.fail(failure);
    }

    /** From now on nothing happens, and nobody is told. */
    void abandon() {
        thread.end();
    }

    /** Brings everything onto the disk, and takes no more. */
    void end() throws IOException {
        thread.end();
        try (index) {
            index.commit();
        }
    }
}
