package org.parley.reactions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/**
 * Somebody reacted to a message, or no longer does.
 *
 * @param target the message's number
 * @param username {@code null} if the account is gone
 * @param count how many people react to it with this emoji now
 */
record ReactionFrame(
        String type, @JsonUnwrapped LogName log, long seq, long target, String emoji, String username, long count)
        implements NumberedFrame {}
