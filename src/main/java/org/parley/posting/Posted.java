package org.parley.posting;

import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;

/**
 * The result of a draft.
 *
 * @param entry the log's entry; {@code null} if a change changed nothing
 * @param repeated whether nothing was stored, because it was a repeat
 */
public record Posted(Logged entry, boolean repeated) {
    /** The entry of a message. */
    public LoggedMessage message() {
        return (LoggedMessage) entry;
    }
}
