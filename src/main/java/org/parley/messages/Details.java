package org.parley.messages;

import java.util.List;

/**
 * What readers see of a message that is not in its own row, as it is now. Each kind is filled in by its
 * {@link Detail}. Attachments and reactions have none yet.
 *
 * @param replyTo {@code null} for a message that answers none
 * @param mentions usernames, sorted
 */
public record Details(
        List<Object> attachments, LoggedMessage.Quote replyTo, List<String> mentions, List<Object> reactions) {
    /** Of most messages. */
    public static final Details NONE = new Details(List.of(), null, List.of(), List.of());

    /** Of a new message. */
    public static Details of(LoggedMessage.Quote replyTo, List<String> mentions) {
        return replyTo == null && mentions.isEmpty() ? NONE : new Details(List.of(), replyTo, mentions, List.of());
    }

    Details answering(LoggedMessage.Quote quote) {
        return new Details(attachments, quote, mentions, reactions);
    }

    Details mentioning(List<String> usernames) {
        return new Details(attachments, replyTo, usernames, reactions);
    }
}
