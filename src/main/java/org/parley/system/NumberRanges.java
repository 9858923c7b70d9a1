package org.parley.system;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts rows of many rooms with one statement, each room within a range of numbers of its own. The table needs an
 * index that ends with the room and the number.
 *
 * <p>MariaDB and MySQL use all of such an index only for constants, and look for every range by itself. H2 does so only
 * for a join, and reads the whole index for alternatives.
 */
public final class NumberRanges {
    /** Matches nothing. */
    private static final Range NOTHING = new Range(0, 0, 0);

    private static final String RANGE = "(x.room_id = ? AND x.seq > ? AND x.seq <= ?)";
    private static final String JOINED = " w JOIN %s ON x.room_id = w.room_id AND x.seq > w.low AND x.seq <= w.high";

    private final EntityManager entities;
    private final List<Range> ranges;

    /** The numbers of a room above {@code after}, up to {@code last}. */
    public record Range(long roomId, long after, long last) {
        public long length() {
            return last - after;
        }

        /** The last numbers of the range, at most so many. */
        public Range last(long most) {
            return new Range(roomId, Math.max(after, last - most), last);
        }
    }

    /** @param ranges at least one, and at most one for each room */
    public NumberRanges(EntityManager entities, List<Range> ranges) {
        this.entities = entities;
        this.ranges = new ArrayList<>(ranges);
        // The database sees few different statements.
        int padding = KeyTable.padded(ranges.size()) - ranges.size();
        this.ranges.addAll(Collections.nCopies(padding, NOTHING));
    }

    /**
     * The number of rows by room; a room without any is absent.
     *
     * @param rows a table, called {@code x}, and the index if it has several: a database that chooses looks for every
     *     range in each of them first
     * @param condition with a parameter for each value
     */
    public Map<Long, Long> count(String rows, String condition, Object... values) {
        Query query = KeyTable.h2(entities) ? joined(rows, condition, values) : alternatives(rows, condition, values);
        Map<Long, Long> counts = new HashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            counts.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        }
        return counts;
    }

    private Query alternatives(String rows, String condition, Object... values) {
        Query query = entities.createNativeQuery("SELECT x.room_id, COUNT(*) AS found FROM " + rows + " WHERE "
                + condition + " AND (" + String.join(" OR ", Collections.nCopies(ranges.size(), RANGE))
                + ") GROUP BY x.room_id");
        int position = bind(query, 1, values);
        for (Range range : ranges) {
            position = bind(query, position, range.roomId(), range.after(), range.last());
        }
        return query;
    }

    private Query joined(String rows, String condition, Object... values) {
        KeyTable keys =
                KeyTable.of("room_id", KeyTable.Type.NUMBER, "low", KeyTable.Type.NUMBER, "high", KeyTable.Type.NUMBER);
        ranges.forEach(range -> keys.add(range.roomId(), range.after(), range.last()));
        Query query = entities.createNativeQuery("SELECT x.room_id, COUNT(*) AS found FROM " + keys.values()
                + JOINED.formatted(rows) + " WHERE " + condition + " GROUP BY x.room_id");
        bind(query, keys.bind(query, 1), values);
        return query;
    }

    private static int bind(Query query, int position, Object... values) {
        int next = position;
        for (Object value : values) {
            query.setParameter(next++, value);
        }
        return next;
    }
}
