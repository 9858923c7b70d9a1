package org.parley.messages;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Follows the log of one room. A follower knows its position. Hints tell it that the log has grown; they may be lost,
 * late or out of order. It hands over the next entries all the same.
 *
 * <ul>
 *   <li>Entries come in the order of their numbers and without a gap: those that no hint brings are read from the log.
 *   <li>The position moves only by {@link #reached}. If the taker fails, the entries that it has not reached are handed
 *       over again.
 *   <li>A turn hands over at most 200 entries and about 256 KiB. At most 2000 entries, and a million characters, are
 *       kept in memory, however far the follower lags.
 *   <li>Nothing is handed over beyond the highest number that a hint named, so a hint must follow the commit.
 * </ul>
 *
 * <p>The log feed of the sockets is such a follower. Others, such as an index, bring an executor and a taker of their
 * own.
 */
public final class LogFollower {
    private static final int ENTRIES_AT_ONCE = 200;
    private static final int OCTETS_AT_ONCE = 1 << 18;

    /** Where entries come from that no hint brings. */
    public interface Source {
        /** Everything with a number from {@code first} to {@code last}, both included, or the first part of it. */
        List<Logged> range(long roomId, long first, long last);
    }

    private final long roomId;
    private final Source log;
    private final Executor turns;
    private final Consumer<List<Logged>> taker;
    private final Runnable turn = this::turn;
    private final Hints hints = new Hints();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long position;
    private volatile boolean behind;

    /**
     * @param position the number up to which the taker has everything; 0 for the beginning of the log
     * @param turns runs turns one at a time, and handles what they throw
     * @param taker gets the next entries, at least one, and calls {@link #reached} with the last number that it has
     */
    public LogFollower(long roomId, long position, Source log, Executor turns, Consumer<List<Logged>> taker) {
        this.roomId = roomId;
        this.position = position;
        this.log = log;
        this.turns = turns;
        this.taker = taker;
    }

    /**
     * The log has grown. The next turn hands over all that has gathered. Call it from any thread; it does not wait.
     */
    public void grown(MessagesPosted hint) {
        hints.add(hint);
        turnSoon();
    }

    /**
     * Tries again after a failed turn; otherwise it does nothing. Call it a few times a second, from any thread.
     */
    public void retry() {
        if (behind) {
            turnSoon();
        }
    }

    /** The taker has everything up to this number. Call it within a turn. */
    public void reached(long seq) {
        position = seq;
        hints.forget(seq);
    }

    /** The number up to which the taker has everything. May be called from any thread. */
    public long position() {
        return position;
    }

    /** How many numbers the hints named beyond the position. May be called from any thread. */
    public long lag() {
        return Math.max(0, hints.head() - position);
    }

    private void turnSoon() {
        if (asked.compareAndSet(false, true)) {
            turns.execute(turn);
        }
    }

    private void turn() {
        asked.set(false);
        behind = lag() > 0;
        if (!behind) {
            return;
        }
        List<Logged> next = next();
        if (!next.isEmpty()) {
            taker.accept(next);
        }
        behind = false;
        // A room that is being deleted gives nothing, because its rows are gone already.
        if (!next.isEmpty() && lag() > 0) {
            turnSoon();
        }
    }

    /** The next entries, from hints. If hints lack the next one, the log supplies all up to their first entry. */
    private List<Logged> next() {
        long from = position;
        List<Logged> run = hints.after(from, ENTRIES_AT_ONCE);
        if (run.isEmpty()) {
            run = log.range(roomId, from + 1, Math.min(hints.unknownUpTo(from), from + ENTRIES_AT_ONCE));
        }
        return Portion.first(run, OCTETS_AT_ONCE);
    }
}
