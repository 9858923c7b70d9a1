package org.parley.messages;

import java.time.Instant;
import java.util.UUID;
import org.parley.accounts.AvatarUrl;
import org.parley.rooms.SystemAction;
import org.parley.system.Uuids;

/**
 * A row of {@link Log}'s query, before its details are looked up.
 *
 * @param text the body; for a system message, its stored value
 * @param systemAction {@code null} unless it is a system message
 * @param reacted whether it has reactions
 * @param files how many it has
 * @param mentionsAll {@code all}, {@code here} or {@code null}
 * @param target the username of the person that a system message concerns, or {@code null}
 */
public record LogRow(
        long roomId,
        long seq,
        UUID clientId,
        String kind,
        Sender sender,
        String text,
        Long replyTo,
        Instant createdAt,
        LoggedMessage.State state,
        boolean reacted,
        int files,
        String mentionsAll,
        String systemAction,
        String target)
        implements Portion.Item {

    static LogRow of(Object columns) {
        Object[] row = (Object[]) columns;
        return new LogRow(
                number(row[0]),
                number(row[1]),
                Uuids.of((byte[]) row[3]),
                (String) row[4],
                sender(row),
                (String) row[5],
                row[6] == null ? null : number(row[6]),
                Instant.ofEpochMilli(number(row[8])),
                new LoggedMessage.State(
                        row[13] == null ? null : Instant.ofEpochMilli(number(row[13])),
                        (Boolean) row[9],
                        (Boolean) row[15],
                        number(row[16])),
                number(row[14]) > 0,
                ((Number) row[18]).intValue(),
                (String) row[17],
                (String) row[7],
                (String) row[12]);
    }

    private static Sender sender(Object[] row) {
        String username = (String) row[10];
        return new Sender(
                number(row[2]), username, (String) row[11], AvatarUrl.of(username, Uuids.of((byte[]) row[19])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Whether it has files. */
    public boolean attached() {
        return files > 0;
    }

    public Log.Place place() {
        return new Log.Place(roomId, seq);
    }

    /** The place of the message that it replies to. It must be a reply. */
    Log.Place answers() {
        return new Log.Place(roomId, replyTo);
    }

    LoggedMessage logged(Details details) {
        boolean system = kind.equals(LoggedMessage.SYSTEM);
        return new LoggedMessage(
                roomId,
                seq,
                clientId,
                kind,
                sender,
                system ? "" : text,
                details,
                createdAt,
                state,
                system ? notice() : null);
    }

    private LoggedMessage.SystemNotice notice() {
        return LoggedMessage.SystemNotice.of(SystemAction.ofWire(systemAction), target, text);
    }
}
