package org.parley.messages;

import java.time.Instant;

/**
 * What a system message does not tell of itself: why something was done, and until when. Fired in the transaction, before
 * {@link MessagesPosted} tells of the message.
 *
 * @param seq of the system message
 * @param reason shown only to the person it concerns; {@code null} if none was given
 * @param until {@code null} for good, and of what has no end
 */
public record RoomChangeTold(long roomId, long seq, String action, String reason, Instant until) {}
