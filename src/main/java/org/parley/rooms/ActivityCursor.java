package org.parley.rooms;

import org.parley.problems.Refusal;

/** The cursor of a list that shows the latest activity first: the time of the last message, and the room's id. */
public record ActivityCursor(long time, long roomId) {
    private static final ActivityCursor LATEST = new ActivityCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    /** The sort key of a room, used as the cursor after it. */
    public static String key(Room room) {
        return key(room.lastMessageAt(), room.id());
    }

    static String key(long time, long roomId) {
        return time + ":" + roomId;
    }

    /**
     * Parses a sort key.
     *
     * @param key {@code null} for the first page
     * @throws Refusal {@code invalid_request} if {@link #key} did not make this text
     */
    public static ActivityCursor of(String key) {
        if (key == null) {
            return LATEST;
        }
        if (!key.matches("\\d{1,18}:\\d{1,18}")) {
            throw Refusal.invalid("cursor", "is not a cursor of this list");
        }
        int colon = key.indexOf(':');
        return new ActivityCursor(Long.parseLong(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)));
    }
}
