package org.parley.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.parley.messages.Log;
import org.parley.system.Paging;

/**
 * The spot of a hit among all hits. It says nothing about the index, so pages follow each other whatever happens to the
 * index in between, and on another server too.
 *
 * @param score how well the message fits; 0 if the newest come first
 * @param time when it was sent, in milliseconds
 */
record Spot(float score, long time, Log.Place place) {
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{1,8}):(\\d{1,18}):(\\d{1,18}):(\\d{1,18})");
    private static final int HEXADECIMAL = 16;

    private static final SortField[] NEWEST = {descending(Index.TIME), descending(Index.ROOM), descending(Index.SEQ)};
    private static final SortField[] BEST = {SortField.FIELD_SCORE, NEWEST[0], NEWEST[1], NEWEST[2]};

    /** Documents that are no messages come last. */
    private static SortField descending(String field) {
        SortField order = new SortField(field, SortField.Type.LONG, true);
        order.setMissingValue(Long.MIN_VALUE);
        return order;
    }

    /** The order of hits. The index keeps its documents in that of the newest. */
    static Sort order(boolean best) {
        return new Sort(best ? BEST : NEWEST);
    }

    static Spot of(FieldDoc hit, boolean best) {
        int first = best ? 1 : 0;
        return new Spot(
                best ? (Float) hit.fields[0] : 0,
                (Long) hit.fields[first],
                new Log.Place((Long) hit.fields[first + 1], (Long) hit.fields[first + 2]));
    }

    /** The hit itself, as the place after which Lucene goes on. @param documents how many the index has */
    FieldDoc hit(boolean best, int documents) {
        Object[] fields = best
                ? new Object[] {score, time, place.roomId(), place.seq()}
                : new Object[] {time, place.roomId(), place.seq()};
        return new FieldDoc(Math.max(0, documents - 1), score, fields);
    }

    /** The sort key, used as the cursor after it. */
    String key() {
        return Integer.toHexString(Float.floatToIntBits(score)) + ":" + time + ":" + place.roomId() + ":" + place.seq();
    }

    /** @param key {@code null} for the first page, which is answered with {@code null} */
    static Spot of(String key) {
        if (key == null) {
            return null;
        }
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw Paging.foreign();
        }
        return new Spot(
                Float.intBitsToFloat(Integer.parseUnsignedInt(parts.group(1), HEXADECIMAL)),
                Long.parseLong(parts.group(2)),
                new Log.Place(Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4))));
    }
}
