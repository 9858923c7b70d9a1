package org.parley.deletions;

import java.util.OptionalLong;
import org.parley.messages.Logged;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/** A message was deleted. @param target the message's number */
record LoggedDeletion(long roomId, long seq, long senderId, String username, long target) implements Logged {
    static final String TYPE = "message_deleted";

    @Override
    public OptionalLong rewritten() {
        return OptionalLong.of(target);
    }

    @Override
    public NumberedFrame frame(LogName log) {
        return new MessageDeletedFrame(TYPE, log, seq, target, username);
    }
}
