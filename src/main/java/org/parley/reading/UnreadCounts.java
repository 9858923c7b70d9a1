package org.parley.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.NumberRanges;
import org.parley.system.NumberRanges.Range;

/**
 * How many messages of a part of a log are unread, and how many of these mention the reader.
 *
 * <p>Nobody counts the messages themselves. A log has a message or a change under each of its numbers. So the unread
 * messages are the numbers without the changes, without the reader's own messages, and without those of others that
 * do not count. These three are read from indices, and there are few of them.
 *
 * <p>All of it has a number: whatever changes a count moves the head of the log. So a count is kept, and is right as
 * long as the reader's mark and the head are the same, whichever server wrote them.
 */
@ApplicationScoped
class UnreadCounts {
    /** Counting stops here: 1000 means 1000 or more. */
    private static final int MOST = 1000;
    /** How many of the last numbers are looked at first; then more, until there are enough messages or no more. */
    private static final long FIRST_WIDTH = 2048;

    private static final int WIDER = 8;
    private static final int MOST_KEPT = 50_000;
    /** As in the table {@code audience}. */
    private static final long SLOTS = 32;

    private final Cache<Reader, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** @param mentions at most {@code unread}, which is at most 1000 */
    record Counts(int unread, int mentions) {
        static final Counts NONE = new Counts(0, 0);
    }

    private record Reader(long accountId, long roomId) {}

    private record Kept(Range range, Counts counts) {}

    /**
     * The counts of these parts of logs, by room; a room without unread messages may be absent. It takes no statement,
     * or five; a few more if somebody has far more changes or messages of their own behind them than others wrote.
     */
    Map<Long, Counts> of(long accountId, Collection<Range> parts) {
        Map<Long, Counts> counts = new HashMap<>();
        List<Range> unknown = new ArrayList<>();
        for (Range part : parts) {
            Kept known = kept.getIfPresent(new Reader(accountId, part.roomId()));
            if (known != null && known.range().equals(part)) {
                counts.put(part.roomId(), known.counts());
            } else if (part.length() > 0) {
                unknown.add(part);
            }
        }
        if (!unknown.isEmpty()) {
            counts.putAll(counted(accountId, unknown));
        }
        return counts;
    }

    private Map<Long, Counts> counted(long accountId, List<Range> parts) {
        Map<Long, Long> unread = unread(accountId, parts);
        List<Range> told =
                parts.stream().filter(part -> unread.get(part.roomId()) > 0).toList();
        Map<Long, Long> mentions = told.isEmpty() ? Map.of() : mentions(accountId, told);
        Map<Long, Counts> counts = new HashMap<>();
        for (Range part : parts) {
            int others = (int) Math.min(MOST, unread.get(part.roomId()));
            int mentioned = (int) Math.min(others, mentions.getOrDefault(part.roomId(), 0L));
            Counts found = new Counts(others, mentioned);
            kept.put(new Reader(accountId, part.roomId()), new Kept(part, found));
            counts.put(part.roomId(), found);
        }
        return counts;
    }

    private Map<Long, Long> unread(long accountId, List<Range> parts) {
        Map<Long, Long> unread = new HashMap<>();
        List<Range> left = parts;
        for (long width = FIRST_WIDTH; !left.isEmpty(); width *= WIDER) {
            long most = width;
            List<Range> ends = left.stream().map(part -> part.last(most)).toList();
            Map<Long, Long> silent = silent(accountId, ends);
            ends.forEach(end -> unread.put(end.roomId(), end.length() - silent.getOrDefault(end.roomId(), 0L)));
            left = left.stream()
                    .filter(part -> part.length() > most && unread.get(part.roomId()) < MOST)
                    .toList();
        }
        return unread;
    }

    /** How many numbers of each part are no unread message for this person. */
    private Map<Long, Long> silent(long accountId, List<Range> parts) {
        NumberRanges ranges = new NumberRanges(entities, parts);
        Map<Long, Long> silent = ranges.count("message_change x", "x.seq > 0");
        add(silent, ranges.count("message x USE INDEX (message_sender)", "x.sender_id = ?", accountId));
        add(silent, ranges.count("uncounted x", "x.sender_id <> ?", accountId));
        return silent;
    }

    private Map<Long, Long> mentions(long accountId, List<Range> parts) {
        NumberRanges ranges = new NumberRanges(entities, parts);
        Map<Long, Long> mentions = ranges.count(
                "mention x USE INDEX (mention_account)", "x.account_id = ? AND x.counted = TRUE", accountId);
        add(
                mentions,
                ranges.count(
                        "audience x USE INDEX (audience_slot)",
                        "x.slot = ? AND LOCATE(?, x.people) > 0",
                        Math.floorMod(accountId, SLOTS),
                        "," + accountId + ","));
        return mentions;
    }

    private static void add(Map<Long, Long> sums, Map<Long, Long> more) {
        more.forEach((roomId, count) -> sums.merge(roomId, count, Long::sum));
    }
}
