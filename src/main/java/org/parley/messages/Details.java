package org.parley.messages;

import java.util.List;

/**
 * The present details of a message that are not in its row. A {@link Detail} supplies each of them; attachments and
 * reactions have no supplier yet.
 *
 * @param replyTo {@code null} if the message is not a reply
 * @param mentions usernames, sorted
 */
public record Details(
        List<Object> attachments, LoggedMessage.Quote replyTo, List<String> mentions, List<Object> reactions) {
    /** The details of most messages. */
    public static final Details NONE = new Details(List.of(), null, List.of(), List.of());

    /** The details of a new message. */
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
