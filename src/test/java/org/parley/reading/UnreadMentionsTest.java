package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

/** Which unread messages mention which members of a room, on the tables of {@code sql/}. */
class UnreadMentionsTest {
    private static final String AUDIENCE = "INSERT INTO audience (room_id, seq, slot, part, people) VALUES ";

    private final SessionFactory factory = Tables.sessions("unread-mentions");

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void names_count_and_so_do_all_and_here() {
        factory.inTransaction(session -> {
            run(
                    session,
                    "INSERT INTO room (id, kind, name, name_folded, topic, archived, gone, slow_mode_seconds, head,"
                            + " last_message_at, created_at) VALUES (7, 'public', 'tea', 'tea', '', FALSE, FALSE, 0, 9, 0, 0)");
            member(session, 1, 0, null);
            member(session, 2, 5, null);
            member(session, 33, 9, 6L);
            member(session, 133, 0, null);
            run(session, "INSERT INTO mention (room_id, seq, account_id) VALUES (7, 3, 1)");
            run(session, "INSERT INTO mention (room_id, seq, account_id, counted) VALUES (7, 4, 1, FALSE)");
            run(session, AUDIENCE + "(7, 5, 1, 0, ',1,33,'), (7, 5, 2, 0, ',2,'), (7, 6, 1, 0, ',33,')");
            run(session, AUDIENCE + "(7, 6, 2, 0, ',2,'), (7, 7, 1, 0, ',1,'), (8, 6, 1, 0, ',1,')");
            UnreadMentions mentions = new UnreadMentions();
            mentions.entities = session;
            assertEquals(Map.of(1L, 3, 2L, 1, 33L, 1), mentions.of(7, List.of(1L, 2L, 33L, 133L)));
        });
    }

    private static void member(Session session, long id, long read, Long unreadFrom) {
        run(
                session,
                "INSERT INTO membership (id, room_id, account_id, role, role_since, joined_at, delivered_seq, read_seq,"
                        + " unread_from, notify) VALUES (%1$d, 7, %1$d, 'member', 0, 0, %2$d, %2$d, %3$s, 'all')"
                                .formatted(id, read, unreadFrom));
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
