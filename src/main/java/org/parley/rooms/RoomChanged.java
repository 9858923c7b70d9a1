package org.parley.rooms;

/**
 * Something that the room's log tells in a system message; fired in the transaction that holds the room's lock.
 * {@code messages} gives it its number in the same transaction, and everything live follows from the log.
 *
 * @param actorId who did it
 * @param action a system action of the contract: add, role, name, topic, visibility, password, slow_mode, archive …
 * @param targetId whom it concerns, or {@code null}
 * @param value what the contract shows as {@code value} (a text, a number or a boolean), or {@code null}
 */
public record RoomChanged(long roomId, long actorId, String action, Long targetId, Object value) {}
