package org.parley.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Sender;
import org.parley.system.Paging;

/** Messages and searches for tests without a server. */
final class Said {
    static final long ANN = 1;
    static final long ROOM = 7;
    static final Entries ENTRIES = new Entries(List.of(new Links()));

    private Said() {}

    /** A message of Ann, sent at as many milliseconds as its number. */
    static LoggedMessage message(long roomId, long seq, String body) {
        return message(roomId, seq, body, LoggedMessage.State.AS_SENT);
    }

    static LoggedMessage deleted(long roomId, long seq) {
        return message(roomId, seq, "", new LoggedMessage.State(null, true, false, 0));
    }

    private static LoggedMessage message(long roomId, long seq, String body, LoggedMessage.State state) {
        return new LoggedMessage(
                roomId,
                seq,
                UUID.randomUUID(),
                "text",
                new Sender(ANN, "ann", "Ann", null),
                body,
                Details.NONE,
                Instant.ofEpochMilli(seq),
                state,
                null);
    }

    static Entry entry(long seq, String body) {
        return ENTRIES.of(message(ROOM, seq, body));
    }

    static Log.Place place(long seq) {
        return new Log.Place(ROOM, seq);
    }

    static Sought sought(String q) {
        return sought(q, null, null, null, "newest", new Paging(50, null));
    }

    static Sought sought(String q, String has, String after, String before, String sort, Paging paging) {
        return Sought.of(new Sought.Typed(q, null, null, null, after, before, null, has, sort), paging);
    }
}
