package org.parley.messages;

import java.time.Instant;
import org.parley.rooms.SystemAction;

/**
 * The reason and the end of an action that a system message tells. The message itself does not contain the reason,
 * because only the target may read it. Fired in the transaction, before {@link MessagesPosted}.
 *
 * @param seq the number of the system message
 * @param reason shown only to the target; {@code null} if none was given
 * @param until {@code null} if the action has no end
 */
public record RoomChangeTold(long roomId, long seq, SystemAction action, String reason, Instant until) {}
