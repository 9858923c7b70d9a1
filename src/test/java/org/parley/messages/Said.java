package org.parley.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.rooms.SystemAction;

/** Entries of a log for unit tests: what Ann, whose account is 7, said at the epoch. */
public final class Said {
    private Said() {}

    public static LoggedMessage message(long roomId, long seq, String body) {
        return message(roomId, seq, 7, UUID.randomUUID(), body);
    }

    public static LoggedMessage message(long roomId, long seq, long senderId, UUID clientId, String body) {
        return message(roomId, seq, senderId, clientId, body, Details.NONE);
    }

    /** A message with this word, {@code all} or {@code here}. */
    public static LoggedMessage calling(long roomId, long seq, String word) {
        Details details = Details.of(null, List.of(), word);
        return message(roomId, seq, 7, UUID.randomUUID(), "@" + word, details);
    }

    static LoggedMessage message(long roomId, long seq, long senderId, UUID clientId, String body, Details details) {
        return new LoggedMessage(
                roomId,
                seq,
                clientId,
                "text",
                new Sender(senderId, "ann", "Ann", null),
                body,
                details,
                Instant.EPOCH,
                LoggedMessage.State.AS_SENT,
                null);
    }

    /** What the server tells of something that she did. @param target a username, or {@code null} */
    public static LoggedMessage told(long roomId, long seq, SystemAction action, String target, Object value) {
        LoggedMessage.SystemNotice notice = new LoggedMessage.SystemNotice(action, target, value);
        return LoggedMessage.told(roomId, seq, new Sender(7, "ann", "Ann", null), notice, Instant.EPOCH);
    }
}
