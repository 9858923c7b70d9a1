package org.parley.reactions;

import org.parley.messages.Logged;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/** A person reacted to a message, or no longer does. @param count how many people react with this emoji now */
record LoggedReaction(long roomId, long seq, long senderId, String username, long target, Asking asking, long count)
        implements Logged {
    static final String ADDED = "reaction_added";
    static final String REMOVED = "reaction_removed";

    @Override
    public NumberedFrame frame(LogName log) {
        String type = asking.added() ? ADDED : REMOVED;
        return new ReactionFrame(type, log, seq, target, asking.emoji(), username, count);
    }
}
