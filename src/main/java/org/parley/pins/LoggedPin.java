package org.parley.pins;

import org.parley.messages.ChangeRow;
import org.parley.messages.Logged;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/** A message was pinned, or is no longer. @param pinned which of the two */
record LoggedPin(long roomId, long seq, long senderId, String username, long target, boolean pinned) implements Logged {
    static final String PINNED = "message_pinned";
    static final String UNPINNED = "message_unpinned";

    static LoggedPin of(ChangeRow row) {
        boolean pinned = row.value().equals(PinningMessages.PIN);
        return new LoggedPin(row.roomId(), row.seq(), row.actorId(), row.username(), row.target(), pinned);
    }

    @Override
    public NumberedFrame frame(LogName log) {
        return new PinFrame(pinned ? PINNED : UNPINNED, log, seq, target, username);
    }
}
