package org.parley.rooms;

import org.parley.problems.Refusal;

/** Where a list goes on that has the latest first: by the time of what was said last, and by the room's id. */
public record ActivityCursor(long time, long roomId) {
    private static final ActivityCursor LATEST = new ActivityCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    /** The sort key of a room, and so the cursor after it. */
    public static String key(Room room) {
        return key(room.lastMessageAt(), room.id());
    }

    public static String key(long time, long roomId) {
        return time + ":" + roomId;
    }

    /**
     * @param key {@code null} for the beginning
     * @throws Refusal {@code invalid_request} for what {@link #key} does not give
     */
    public static ActivityCursor of(String key) {
        if (key == null) {
            return LATEST;
        }
        if (!key.matches("\\d{1,18}:\\d{1,18}")) {
            throw Refusal.invalid("cursor", "is not one that this list gave");
        }
        int colon = key.indexOf(':');
        return new ActivityCursor(Long.parseLong(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)));
    }
}
