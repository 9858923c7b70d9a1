package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.rooms.Address;

/** A message was posted, or the server tells of something that was done to the room. */
record NewMessageFrame(String type, @JsonUnwrapped Address log, long seq, MessageJson message)
        implements NumberedFrame {
    static NewMessageFrame of(Address log, LoggedMessage message) {
        return new NewMessageFrame(
                log.direct() ? "private_message" : "new_message", log, message.seq(), MessageJson.of(log, message));
    }
}
