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
        return new LoggedMessage(
                roomId,
                seq,
                senderId,
                "ann",
                "Ann",
                clientId,
                "text",
                body,
                null,
                List.of(),
                Instant.EPOCH,
                false,
                null);
    }

    /** What the server tells of something that she did. @param target a username, or {@code null} */
    public static LoggedMessage told(long roomId, long seq, SystemAction action, String target, Object value) {
        return new LoggedMessage(
                roomId,
                seq,
                7,
                "ann",
                "Ann",
                null,
                LoggedMessage.SYSTEM,
                "",
                null,
                List.of(),
                Instant.EPOCH,
                false,
                new LoggedMessage.SystemNotice(action, target, value));
    }
}
