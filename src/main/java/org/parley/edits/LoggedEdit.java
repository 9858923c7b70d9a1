package org.parley.edits;

import java.util.OptionalLong;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/** A message was edited. @param message as it is now */
record LoggedEdit(long roomId, long seq, long senderId, String username, LoggedMessage message) implements Logged {
    static final String TYPE = "message_edited";

    @Override
    public OptionalLong rewritten() {
        return OptionalLong.of(message.seq());
    }

    @Override
    public String text() {
        return message.body();
    }

    @Override
    public int files() {
        return message.files();
    }

    @Override
    public NumberedFrame frame(LogName log) {
        return new MessageEditedFrame(TYPE, log, seq, message.seq(), MessageJson.of(log, message));
    }
}
