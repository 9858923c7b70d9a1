package org.parley.drafts;

import java.time.Instant;
import java.util.List;
import org.parley.messages.LoggedMessage;

/**
 * A draft as its author sees it.
 *
 * @param replyTo {@code null} if it replies to no message
 * @param attachments always empty: there are none yet
 */
public record DraftJson(
        String body, LoggedMessage.Quote replyTo, List<Object> attachments, long revision, Instant updatedAt) {

    static DraftJson of(Draft draft, LoggedMessage.Quote replyTo) {
        return new DraftJson(draft.body(), replyTo, List.of(), draft.revision(), draft.updatedAt());
    }
}
