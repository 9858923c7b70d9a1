package org.parley.messages;

import java.time.Instant;
import org.parley.rooms.SystemAction;

/**
 * The reason and the end of what a system message tells. The message itself has no reason, because only the person it
 * concerns may read it. Fired in the transaction, before {@link MessagesPosted}.
 *
 * @param seq of the system message
 * @param reason shown only to the person it concerns; {@code null} if none was given
 * @param until {@code null} for no end, and for actions that have none
 */
public record RoomChangeTold(long roomId, long seq, SystemAction action, String reason, Instant until) {}
