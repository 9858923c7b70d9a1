package org.parley.rooms;

import org.parley.problems.Refusal;
import org.parley.system.Numbers;
import org.parley.system.Paging;

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
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw Paging.foreign();
        }
        return new ActivityCursor(number(key.substring(0, colon)), number(key.substring(colon + 1)));
    }

    private static long number(String part) {
        return Numbers.of(part).orElseThrow(Paging::foreign);
    }
}
