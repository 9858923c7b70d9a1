package org.parley.deletions;

import org.parley.messages.Logged;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.Address;

/** A message was deleted. @param target the message's number */
record LoggedDeletion(long roomId, long seq, long senderId, String username, long target) implements Logged {
    @Override
    public NumberedFrame frame(Address log) {
        return new MessageDeletedFrame("message_deleted", log, seq, target, username);
    }
}
