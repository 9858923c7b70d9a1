package org.parley.rooms;

import java.time.Instant;

/**
 * An action for a room's audit log.
 *
 * @param action the name of a {@link SystemAction}, or of an action without a system message
 * @param targetId the account that the action is about, or {@code null}
 * @param reason {@code null} if none was given
 * @param until {@code null} if the action has no end
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
