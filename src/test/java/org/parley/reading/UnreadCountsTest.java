package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Tables;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.rooms.Membership;
import org.parley.rooms.Room;
import org.parley.rooms.RoomActivity;
import org.parley.rooms.Visit;

/** How far below the head unread messages are counted, on the tables of {@code sql/}. */
class UnreadCountsTest {
    private static final Caller ANN = new Caller(1, "ann", "Ann", false, new UUID(0, 1), "127.0.0.1");

    private final SessionFactory factory = Tables.sessions("unread", Room.class, Membership.class);

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void no_more_than_five_thousand_numbers_are_looked_at() {
        factory.inTransaction(session -> {
            run(
                    session,
                    "INSERT INTO room (id, kind, name, name_folded, topic, archived, gone, slow_mode_seconds, head,"
                            + " last_message_at, created_at) VALUES (7, 'public', 'tea', 'tea', '', FALSE, FALSE, 0, 5001, 0, 0)");
            run(
                    session,
                    "INSERT INTO membership (id, room_id, account_id, role, role_since, joined_at, delivered_seq,"
                            + " read_seq, notify) VALUES (8, 7, 1, 'member', 0, 0, 0, 0, 'all')");
            run(
                    session,
                    "INSERT INTO message (room_id, seq, sender_id, kind, body, created_at)"
                            + " VALUES (7, 1, 2, 'text', 'hello', 0)");
            run(session, "INSERT INTO mention (room_id, seq, account_id) VALUES (7, 1, 1)");
            assertEquals(List.of(1, 1), unreadAndMentions(session, 5000));
            assertEquals(List.of(1, 1), unreadAndMentions(session, 5001), "mentions count from farther below");
            run(session, "DELETE FROM mention");
            assertEquals(List.of(1, 0), unreadAndMentions(session, 5000));
            assertEquals(List.of(0, 0), unreadAndMentions(session, 5001));
            assertEquals(5001, activity(session, 5002).head(), "the room was read before that number");
        });
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    private static List<Integer> unreadAndMentions(Session session, long head) {
        RoomActivity.Activity found = activity(session, head);
        return List.of(found.unread(), found.mentions());
    }

    private static RoomActivity.Activity activity(Session session, long head) {
        RoomLogs logs = new RoomLogs();
        logs.entities = session;
        logs.marks = new Marks();
        logs.log = new Log() {
            @Override
            public List<LoggedMessage> at(Collection<Place> places) {
                return List.of();
            }
        };
        logs.heads = new Heads();
        logs.heads.raise(7, head);
        Visit visit = new Visit(ANN, session.find(Room.class, 7L), session.find(Membership.class, 8L), null, null);
        return logs.of(ANN.accountId(), List.of(visit)).get(7L);
    }
}
