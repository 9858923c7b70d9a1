package org.parley.drafts;

import java.time.Instant;
import java.util.List;
import org.parley.messages.Details;
import org.parley.messages.LoggedMessage;

/**
 * A draft as its author sees it.
 *
 * @param replyTo {@code null} if it replies to no message
 */
public record DraftJson(
        String body,
        LoggedMessage.Quote replyTo,
        List<Details.Attachment> attachments,
        long revision,
        Instant updatedAt) {

    static DraftJson of(Draft draft, LoggedMessage.Quote replyTo, List<Details.Attachment> attachments) {
        return new DraftJson(draft.body(), replyTo, attachments, draft.revision(), draft.updatedAt());
    }
}
