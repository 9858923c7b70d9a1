package org.parley.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.rooms.SystemAction;
import org.parley.system.Uuids;

/** A row of {@link Log}'s query, before mentions and quotes are looked up. */
record LogRow(
        long roomId,
        long seq,
        long senderId,
        UUID clientId,
        String kind,
        String text,
        Long replyTo,
        String systemAction,
        Instant createdAt,
        boolean deleted,
        String username,
        String displayName,
        String target) {

    static LogRow of(Object columns) {
        Object[] row = (Object[]) columns;
        return new LogRow(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                Uuids.of((byte[]) row[3]),
                (String) row[4],
                (String) row[5],
                row[6] == null ? null : number(row[6]),
                (String) row[7],
                Instant.ofEpochMilli(number(row[8])),
                (Boolean) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12]);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    LoggedMessage logged(LoggedMessage.Quote quote, List<String> mentions) {
        boolean system = kind.equals(LoggedMessage.SYSTEM);
        return new LoggedMessage(
                roomId,
                seq,
                senderId,
                username,
                displayName,
                clientId,
                kind,
                system ? "" : text,
                quote,
                mentions,
                createdAt,
                deleted,
                system ? notice() : null);
    }

    private LoggedMessage.SystemNotice notice() {
        SystemAction action = SystemAction.ofWire(systemAction);
        return new LoggedMessage.SystemNotice(action, target, action.value(text));
    }
}
