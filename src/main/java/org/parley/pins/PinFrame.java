package org.parley.pins;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/**
 * A message was pinned, or is no longer.
 *
 * @param target the message's number
 * @param by {@code null} if the account is gone
 */
record PinFrame(String type, @JsonUnwrapped LogName log, long seq, long target, String by) implements NumberedFrame {}
