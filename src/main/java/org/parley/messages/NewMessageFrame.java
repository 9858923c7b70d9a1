package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.rooms.Address;

/** What took a number, as the log and the sockets show it alike. */
public record NewMessageFrame(String type, @JsonUnwrapped Address log, long seq, MessageJson message) {
    public static NewMessageFrame of(Address log, Logged message) {
        return new NewMessageFrame(
                log.direct() ? "private_message" : "new_message", log, message.seq(), MessageJson.of(log, message));
    }
}
