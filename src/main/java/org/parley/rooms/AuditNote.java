package org.parley.rooms;

import java.time.Instant;

/**
 * Something that a room's audit tells.
 *
 * @param action the name of a {@link SystemAction}, or of something that the room's log does not tell
 * @param targetId the account it was done to, or {@code null}
 * @param reason {@code null} if none was given
 * @param until {@code null} for no end, and for actions that have none
 */
public record AuditNote(long roomId, long actorId, String action, Long targetId, String reason, Instant until) {
    static AuditNote of(RoomChanged change) {
        return new AuditNote(
                change.roomId(),
                change.actorId(),
                change.action().wire(),
                change.targetId(),
                change.reason(),
                change.value() instanceof Instant until ? until : null);
    }
}
