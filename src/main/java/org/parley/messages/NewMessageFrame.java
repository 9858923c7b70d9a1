package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.rooms.LogName;

/** A message was posted, by a person or as a system message. */
record NewMessageFrame(String type, @JsonUnwrapped LogName log, long seq, MessageJson message)
        implements NumberedFrame {
    static NewMessageFrame of(LogName log, LoggedMessage message) {
        return new NewMessageFrame(
                log.direct() ? "private_message" : "new_message", log, message.seq(), MessageJson.of(log, message));
    }
}
