package org.parley.posting;

import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;

/**
 * What became of a draft.
 *
 * @param entry what the log has of it; {@code null} of a change that changed nothing
 * @param repeated whether nothing was stored, because it was there before
 */
public record Posted(Logged entry, boolean repeated) {
    /** Of a message. */
    public LoggedMessage message() {
        return (LoggedMessage) entry;
    }
}
