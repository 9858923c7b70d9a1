package org.parley.deletions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/**
 * A message was deleted.
 *
 * @param target the message's number
 * @param by the username of the person who deleted it, or {@code null} if the account is gone
 */
record MessageDeletedFrame(String type, @JsonUnwrapped LogName log, long seq, long target, String by)
        implements NumberedFrame {}
