package org.parley.activity;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.problems.Refusal;

/**
 * The place of an item among all that concern a person: its time, and the message for those of the same time. No two
 * items have the same, except for a message that concerns the person in two ways.
 *
 * @param time in milliseconds
 */
record Moment(long time, long roomId, long seq) {
    static final Comparator<Moment> NEWEST_FIRST = Comparator.comparingLong(Moment::time)
            .thenComparingLong(Moment::roomId)
            .thenComparingLong(Moment::seq)
            .reversed();

    private static final Moment LATEST = new Moment(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    private static final Pattern KEY = Pattern.compile("(\\d{1,18}):(\\d{1,18}):(\\d{1,18})");

    /** The sort key, used as the cursor after it. */
    String key() {
        return time + ":" + roomId + ":" + seq;
    }

    /**
     * Parses a sort key.
     *
     * @param key {@code null} for the first page
     * @throws Refusal {@code invalid_request} if {@link #key} did not make this text
     */
    static Moment of(String key) {
        if (key == null) {
            return LATEST;
        }
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw Refusal.invalid("cursor", "is not a cursor of this list");
        }
        return new Moment(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }
}
