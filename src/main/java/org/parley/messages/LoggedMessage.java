package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.rooms.LogName;
import org.parley.rooms.SystemAction;

/**
 * A message of a room's log with everything that its readers see, in plain values. The committer makes it of a new
 * message, {@link Log} of a stored one.
 *
 * @param clientId {@code null} for a system message
 * @param body empty for a system message and a deleted message
 * @param system {@code null} unless it is a system message
 */
public record LoggedMessage(
        long roomId,
        long seq,
        UUID clientId,
        String kind,
        Sender sender,
        String body,
        Details details,
        Instant createdAt,
        State state,
        SystemNotice system)
        implements Logged {

    public static final String SYSTEM = "system";

    /**
     * How a message has changed since it was sent.
     *
     * @param editedAt {@code null} if the message was not edited
     * @param replyCount how many messages that are not deleted reply to it
     */
    public record State(Instant editedAt, boolean deleted, boolean pinned, long replyCount) {
        public static final State AS_SENT = new State(null, false, false, 0);
    }

    /**
     * The part of a message that its replies show, as the message is now.
     *
     * @param files what stands in for a text; {@code null} unless the message has files and no text
     */
    public record Quote(
            long seq, String username, String excerpt, @JsonInclude(JsonInclude.Include.NON_NULL) Details.Files files) {
        private static final int EXCERPT = 140;

        public Quote(long seq, String username, String excerpt) {
            this(seq, username, excerpt, null);
        }

        static Quote of(long seq, String username, String body) {
            boolean fits = body.codePointCount(0, body.length()) <= EXCERPT;
            return new Quote(seq, username, fits ? body : body.substring(0, body.offsetByCodePoints(0, EXCERPT)) + "…");
        }

        Quote showing(Details.Files shown) {
            return new Quote(seq, username, excerpt, shown);
        }
    }

    /** A system message about a change of the room. @param actor the person who made it */
    public static LoggedMessage told(long roomId, long seq, Sender actor, SystemNotice notice, Instant now) {
        return new LoggedMessage(roomId, seq, null, SYSTEM, actor, "", Details.NONE, now, State.AS_SENT, notice);
    }

    public Log.Place place() {
        return new Log.Place(roomId, seq);
    }

    @Override
    public long senderId() {
        return sender.accountId();
    }

    @Override
    public String username() {
        return sender.username();
    }

    /** The message that it replies to, or {@code null}. */
    public Quote replyTo() {
        return details.replyTo();
    }

    /** Usernames of the people that it mentions, sorted. */
    public List<String> mentions() {
        return details.mentions();
    }

    /** {@code all} or {@code here} if it mentions everybody, or everybody online; else {@code null}. */
    public String mentionsAll() {
        return details.mentionsAll();
    }

    @Override
    public String text() {
        return body;
    }

    @Override
    public int files() {
        return details.attachments().size();
    }

    @Override
    public NumberedFrame frame(LogName log) {
        return NewMessageFrame.of(log, this);
    }

    /** @param value a text, a number, a boolean or {@code null}, as the action has it */
    public record SystemNotice(SystemAction action, String target, Object value) {
        /** @param stored the value as its column keeps it */
        public static SystemNotice of(SystemAction action, String target, String stored) {
            return new SystemNotice(action, target, action.value(stored));
        }
    }
}
