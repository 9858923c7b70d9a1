package org.parley.rooms;

/**
 * A person created or joined a room. Fired in the transaction.
 *
 * @param by the username of the person who made the room with them; {@code null} if they came by themselves
 */
public record MemberJoined(long roomId, long accountId, String by) {
    MemberJoined(long roomId, long accountId) {
        this(roomId, accountId, null);
    }
}
