package org.parley.activity;

import org.parley.messages.Log;

/**
 * Something that a person did and that concerns another.
 *
 * @param actorId the account of the person who did it
 * @param emoji {@code null} unless it is a reaction
 */
record Happening(String kind, Moment moment, long actorId, String emoji) {
    /** @param columns as {@link Source#sql} has them */
    static Happening of(Source source, Object columns) {
        Object[] row = (Object[]) columns;
        String emoji = (String) row[4];
        return new Happening(
                source.kind(),
                new Moment(number(row[3]), number(row[0]), number(row[1])),
                number(row[2]),
                emoji.isEmpty() ? null : emoji);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** The message that the item shows. */
    Log.Place message() {
        return new Log.Place(moment.roomId(), moment.seq());
    }
}
