package org.parley.messages;

import org.parley.accounts.Caller;

/**
 * A change of a message on its way into the log.
 *
 * @param target the message's number
 * @param value its {@link ChangeKind} gives it a meaning, such as the new text; empty if the kind needs none
 */
public record Change(Caller caller, long roomId, long target, String value) {
    /** The place of the message. */
    public Log.Place place() {
        return new Log.Place(roomId, target);
    }
}
