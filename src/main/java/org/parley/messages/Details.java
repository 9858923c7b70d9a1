package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * The present details of a message that are not in its row. A {@link Detail} supplies each of them.
 *
 * @param replyTo {@code null} if the message is not a reply
 * @param mentions usernames, sorted
 * @param mentionsAll {@code all}, {@code here} or {@code null}
 */
public record Details(
        List<Attachment> attachments,
        LoggedMessage.Quote replyTo,
        List<String> mentions,
        String mentionsAll,
        List<Reaction> reactions) {
    /**
     * A file of a message.
     *
     * @param size in octets
     * @param width in pixels; {@code null} unless it is a picture, as the height and the thumbnail
     * @param url relative to the page
     */
    public record Attachment(
            UUID id,
            String name,
            String type,
            long size,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer width,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer height,
            String url,
            @JsonInclude(JsonInclude.Include.NON_NULL) String thumbnailUrl) {
        public boolean picture() {
            return thumbnailUrl != null;
        }
    }

    /**
     * The files of a message, as far as one line can show them.
     *
     * @param count how many there are
     * @param pictures how many of them are pictures
     * @param name of the first one
     */
    public record Files(int count, int pictures, String name) {
        /** @param files in the order of the message; at least one */
        public static Files of(List<Attachment> files) {
            return new Files(
                    files.size(),
                    (int) files.stream().filter(Attachment::picture).count(),
                    files.get(0).name());
        }
    }

    /**
     * The people who react to a message with the same emoji.
     *
     * @param count how many they are
     * @param usernames of the first 50
     */
    public record Reaction(String emoji, long count, List<String> usernames) {}

    /** The details of most messages. */
    public static final Details NONE = new Details(List.of(), null, List.of(), null, List.of());

    /** The details of a new message. */
    public static Details of(LoggedMessage.Quote replyTo, List<String> mentions, String mentionsAll) {
        boolean none = replyTo == null && mentions.isEmpty() && mentionsAll == null;
        return none ? NONE : new Details(List.of(), replyTo, mentions, mentionsAll, List.of());
    }

    Details answering(LoggedMessage.Quote quote) {
        return new Details(attachments, quote, mentions, mentionsAll, reactions);
    }

    /** @param files in the order of the message */
    public Details attaching(List<Attachment> files) {
        return files.isEmpty() ? this : new Details(files, replyTo, mentions, mentionsAll, reactions);
    }

    /** @param kinds the earliest first */
    public Details reacted(List<Reaction> kinds) {
        return new Details(attachments, replyTo, mentions, mentionsAll, kinds);
    }

    Details mentioning(List<String> usernames) {
        return new Details(attachments, replyTo, usernames, mentionsAll, reactions);
    }

    Details mentioningAll(String word) {
        return new Details(attachments, replyTo, mentions, word, reactions);
    }
}
