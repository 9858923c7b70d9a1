package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.Transactions;

/**
 * Pages of a log's messages; a page of long messages is shorter. Changes take numbers of the same sequence, so a page
 * of some messages may span more numbers than that. It is found by ranges of numbers, each wider than the one before,
 * because H2 reads a key of two columns in one direction only.
 */
@ApplicationScoped
public class Pages {
    /** The most rows that a statement may read although few of them are wanted. */
    private static final int WIDEST = 2000;

    @Inject
    Log log;

    @Inject
    LogDetails details;

    @Inject
    NewestMessages newest;

    @Inject
    Transactions transactions;

    /**
     * @param messages ascending
     * @param head the highest number of the log that may be shown
     * @param hasBefore whether there are messages with lower numbers
     * @param hasAfter whether there are messages with higher numbers that may be shown
     */
    public record Page(List<LoggedMessage> messages, long head, boolean hasBefore, boolean hasAfter) {
        static final Page EMPTY = new Page(List.of(), 0, false, false);
    }

    /** @param head the highest number that may be shown */
    public Page of(long roomId, Asked asked, long head) {
        if (head == 0) {
            return Page.EMPTY;
        }
        if (asked.newest() && asked.limit() <= NewestMessages.MOST) {
            return newest(roomId, asked.limit(), head);
        }
        return transactions.run(() -> read(roomId, asked, head));
    }

    private Page read(long roomId, Asked asked, long head) {
        List<LogRow> rows = rows(roomId, asked, head);
        if (rows.isEmpty()) {
            boolean beyond = asked.after() != null;
            return new Page(List.of(), head, beyond, !beyond);
        }
        long last = rows.get(rows.size() - 1).seq();
        boolean more = last < head && !log.rows(roomId, last + 1, head, 1).isEmpty();
        // The first number of a log is always a message.
        return new Page(details.complete(rows), head, rows.get(0).seq() > 1, more);
    }

    private Page newest(long roomId, int limit, long head) {
        List<LoggedMessage> known = newest.known(roomId, head);
        List<LoggedMessage> all = known == null ? transactions.run(() -> newest(roomId, head)) : known;
        List<LoggedMessage> shown = limit >= all.size() ? all : all.subList(all.size() - limit, all.size());
        return new Page(shown, head, !shown.isEmpty() && shown.get(0).seq() > 1, false);
    }

    private List<LoggedMessage> newest(long roomId, long head) {
        return newest.of(roomId, head, last -> details.complete(rows(roomId, Asked.newest(NewestMessages.MOST), last)));
    }

    private List<LogRow> rows(long roomId, Asked asked, long head) {
        if (asked.after() != null) {
            List<LogRow> rows = from(roomId, Math.min(asked.after(), head) + 1, head, asked.limit());
            return Portion.first(rows, Portion.MOST_OCTETS);
        }
        if (asked.around() != null) {
            return around(roomId, asked.around(), head, asked.limit());
        }
        if (asked.at() != null) {
            return around(roomId, log.sentFrom(roomId, asked.at(), head), head, asked.limit());
        }
        long end = asked.before() == null ? head : Math.min(asked.before() - 1, head);
        return Portion.last(upTo(roomId, end, asked.limit()), Portion.MOST_OCTETS);
    }

    /** Half of the messages are below the number, unless one side has fewer. */
    private List<LogRow> around(long roomId, long seq, long head, int limit) {
        List<LogRow> upper = from(roomId, seq, head, limit);
        List<LogRow> lower = upTo(roomId, Math.min(seq - 1, head), Math.max(limit / 2, limit - upper.size()));
        upper = upper.subList(0, Math.min(upper.size(), limit - lower.size()));
        List<LogRow> rows = new ArrayList<>(Portion.last(lower, Portion.MOST_OCTETS / 2));
        rows.addAll(Portion.first(upper, Portion.MOST_OCTETS / 2));
        return rows;
    }

    /** The first messages from this number on; if they are long, only as many as an answer may have. */
    private List<LogRow> from(long roomId, long first, long head, int limit) {
        return Portion.read(limit, (read, size) -> {
            long next = read.isEmpty() ? first : read.get(read.size() - 1).seq() + 1;
            return log.rows(roomId, next, head, size);
        });
    }

    /** The last messages up to this number; if they are long, only as many as an answer may have. */
    private List<LogRow> upTo(long roomId, long last, int limit) {
        List<LogRow> found = new ArrayList<>();
        long high = last;
        int width = Math.min(limit, Portion.FIRST_RUN);
        while (found.size() < limit && high > 0 && !Portion.full(found)) {
            long low = Math.max(1, high - width + 1);
            found.addAll(0, log.rows(roomId, low, high, width));
            high = low - 1;
            width = Math.min(2 * width, WIDEST);
        }
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }
}
