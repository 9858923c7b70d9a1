package org.parley.rooms;

/**
 * Something that the room's log tells in a system message; fired in the transaction that holds the room's lock.
 * {@code posting} gives it its number in the same transaction, and everything live follows from the log.
 *
 * @param actorId who did it
 * @param targetId whom it concerns, or {@code null}
 * @param value what the contract shows as {@code value} (a text, a number, a boolean or a time), or {@code null}
 * @param reason for the audit and whom it concerns alone; {@code null} where none was given
 */
public record RoomChanged(long roomId, long actorId, SystemAction action, Long targetId, Object value, String reason) {
    /** Something that needs no reason. */
    RoomChanged(long roomId, long actorId, SystemAction action, Long targetId, Object value) {
        this(roomId, actorId, action, targetId, value, null);
    }
}
