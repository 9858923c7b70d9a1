package org.parley.rooms;

/**
 * A change that the room's log tells in a system message. Fired in the transaction that holds the room's lock.
 * {@code posting} gives it a number in the same transaction, and all live frames follow from the log.
 *
 * @param actorId the account that made the change
 * @param targetId the account that the change is about, or {@code null}
 * @param value the {@code value} of the contract (a text, a number, a boolean or a time), or {@code null}
 * @param reason only for the audit log and the target; {@code null} if none was given
 */
public record RoomChanged(long roomId, long actorId, SystemAction action, Long targetId, Object value, String reason) {
    /** A change that needs no reason. */
    RoomChanged(long roomId, long actorId, SystemAction action, Long targetId, Object value) {
        this(roomId, actorId, action, targetId, value, null);
    }
}
