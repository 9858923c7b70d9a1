package org.parley.search;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongUnaryOperator;
import org.parley.messages.LogFollower;
import org.parley.messages.Logged;

/**
 * Reads the log of a room for one who takes a page after the other: the next page is read while this one is used. A
 * page that was read too early does no harm: each change of a message is an entry that comes later.
 */
final class ReadingAhead implements LogFollower.Source {
    /** Who reads fewer is hardly behind. */
    private static final int MANY = 100;

    private final LogFollower.Source log;
    private final LongUnaryOperator heads;
    private final Executor reader;
    private Page next;

    /** What is being read; empty if it cannot be read now. */
    private record Page(long first, CompletableFuture<List<Logged>> entries) {}

    /** @param heads the highest number of a room that may be shown @param reader reads the next page */
    ReadingAhead(LogFollower.Source log, LongUnaryOperator heads, Executor reader) {
        this.log = log;
        this.heads = heads;
        this.reader = reader;
    }

    @Override
    public List<Logged> range(long roomId, long first, long last) {
        List<Logged> ahead = taken(first, last);
        List<Logged> page = ahead.isEmpty() ? log.range(roomId, first, last) : ahead;
        if (page.size() >= MANY && page.get(page.size() - 1).seq() == last) {
            begin(roomId, last + 1, last + page.size());
        }
        return page;
    }

    private List<Logged> taken(long first, long last) {
        Page ahead = next;
        next = null;
        return ahead == null || ahead.first != first
                ? List.of()
                : ahead.entries.join().stream()
                        .filter(entry -> entry.seq() <= last)
                        .toList();
    }

    private void begin(long roomId, long first, long most) {
        next = new Page(
                first,
                CompletableFuture.supplyAsync(() -> upTo(roomId, first, most), reader)
                        .exceptionally(failure -> List.of()));
    }

    private List<Logged> upTo(long roomId, long first, long most) {
        long last = Math.min(most, heads.applyAsLong(roomId));
        return first > last ? List.of() : log.range(roomId, first, last);
    }
}
