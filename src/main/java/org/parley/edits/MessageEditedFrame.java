package org.parley.edits;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.messages.MessageJson;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/**
 * A message was edited.
 *
 * @param target the message's number
 * @param message the message as it is now; it may have been edited again, or deleted
 */
record MessageEditedFrame(String type, @JsonUnwrapped LogName log, long seq, long target, MessageJson message)
        implements NumberedFrame {}
