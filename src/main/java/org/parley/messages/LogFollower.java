package org.parley.messages;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Follows the log of one room. A follower knows its position, is told that the log has grown, and hands over what
 * comes next, whatever happened to the hints on their way.
 *
 * <ul>
 *   <li>Entries come in the order of their numbers and without a gap: what a hint does not bring is read from the log.
 *   <li>The position moves only by {@link #reached}. What was handed over and not reached, because the taker failed,
 *       is handed over again.
 *   <li>A turn hands over at most 200 entries, and no further ones once they have a quarter of a million characters.
 *       At most 2000 entries, and a million characters, are kept in memory, however far the follower lags.
 *   <li>Nothing is handed over beyond the highest number that a hint named, so a hint must follow the commit.
 * </ul>
 *
 * <p>The log feed of the sockets is such a follower. Others, such as an index, bring an executor and a taker of their
 * own.
 */
public final class LogFollower {
    private static final int ENTRIES_AT_ONCE = 200;
    private static final int CHARACTERS_AT_ONCE = 1 << 18;

    private final long roomId;
    private final Log log;
    private final Executor turns;
    private final Consumer<List<Logged>> taker;
    private final Runnable turn = this::turn;
    private final Hints hints = new Hints();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long position;
    private volatile boolean behind;

    /**
     * @param position the number up to which the taker has everything; 0 for the beginning of the log
     * @param turns runs turns one at a time, and hears of what they throw
     * @param taker is given the next entries, at least one, and says by {@link #reached} how far it has come
     */
    public LogFollower(long roomId, long position, Log log, Executor turns, Consumer<List<Logged>> taker) {
        this.roomId = roomId;
        this.position = position;
        this.log = log;
        this.turns = turns;
        this.taker = taker;
    }

    /**
     * The log has grown. What gathers before the next turn is handed over together. From any thread; does not wait.
     */
    public void grown(MessagesPosted hint) {
        hints.add(hint);
        turnSoon();
    }

    /**
     * Tries again after a turn that failed, otherwise does nothing. To be called a few times a second. From any
     * thread.
     */
    public void retry() {
        if (behind) {
            turnSoon();
        }
    }

    /** The taker has everything up to this number. Within a turn. */
    public void reached(long seq) {
        position = seq;
        hints.forget(seq);
    }

    /** The number up to which the taker has everything. From any thread. */
    public long position() {
        return position;
    }

    /** How many numbers there are beyond the position, as far as hints told. From any thread. */
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
        // Nothing comes of a room that is being deleted, whose rows are gone already.
        if (!next.isEmpty() && lag() > 0) {
            turnSoon();
        }
    }

    /**
     * The entries that hints brought; where the next one is missing, what the log has up to the first one they
     * brought.
     */
    private List<Logged> next() {
        long from = position;
        List<Logged> run = hints.after(from, ENTRIES_AT_ONCE);
        if (run.isEmpty()) {
            run = log.range(roomId, from + 1, Math.min(hints.unknownUpTo(from), from + ENTRIES_AT_ONCE));
        }
        return bounded(run);
    }

    private static List<Logged> bounded(List<Logged> run) {
        int count = 0;
        int characters = 0;
        while (count < run.size() && characters < CHARACTERS_AT_ONCE) {
            characters += run.get(count).length();
            count++;
        }
        return run.subList(0, count);
    }
}
