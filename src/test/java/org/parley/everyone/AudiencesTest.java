package org.parley.everyone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Tables;
import org.parley.messages.Said;
import org.parley.presence.Presence;
import org.parley.rooms.Membership;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;

/** Where everybody can be mentioned, and who is then stored, on the tables of {@code sql/}. */
class AudiencesTest {
    private static final long SMALL = 1;
    private static final long LARGE = 2;
    private static final long CROWDED = 3;
    private static final long CONVERSATION = 4;
    /** Ann speaks. The sender of {@link Said} has this id. */
    private static final long ANN = 7;

    private static final Caller CALLER = new Caller(ANN, "ann", "Ann", false, new UUID(0, 1), "127.0.0.1");
    private static final Caller ADMIN = new Caller(ANN, "ann", "Ann", true, new UUID(0, 1), "127.0.0.1");

    private static SessionFactory factory;

    @BeforeAll
    static void open() {
        factory = Tables.sessions("everyone", Room.class, Membership.class, Audience.class);
        factory.getStatistics().setStatisticsEnabled(true);
        factory.inTransaction(session -> {
            room(session, SMALL, "public", 50);
            room(session, LARGE, "public", 51);
            room(session, CROWDED, "public", 5000);
            room(session, CONVERSATION, "direct", 51);
        });
    }

    private static void room(Session session, long id, String kind, int members) {
        run(
                session,
                "INSERT INTO room (id, kind, name, name_folded, topic, archived, gone, slow_mode_seconds, head,"
                        + " last_message_at, created_at) VALUES (%1$d, '%2$s', 'r%1$d', 'r%1$d', '', FALSE, FALSE, 0, 0, 0, 0)"
                                .formatted(id, kind));
        run(
                session,
                "INSERT INTO membership (id, room_id, account_id, role, role_since, joined_at, delivered_seq, read_seq,"
                        + " notify) SELECT %1$d * 10000 + x, %1$d, x, 'member', 0, 0, 0, 0, 'all' FROM SYSTEM_RANGE(1, %2$d)"
                                .formatted(id, members));
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @BeforeEach
    void nothing_is_counted_yet() {
        factory.getStatistics().clear();
    }

    @Test
    void a_member_reaches_everybody_in_a_small_room_and_in_a_conversation() {
        assertEquals("all", worked("all", SMALL, CALLER));
        assertEquals("here", worked("here", SMALL, CALLER));
        assertEquals("all", worked("all", CONVERSATION, CALLER));
        assertEquals(null, worked(null, SMALL, CALLER));
    }

    @Test
    void in_a_larger_room_only_the_staff_and_administrators_do() {
        assertEquals(null, worked("all", LARGE, CALLER));
        assertEquals(null, worked("here", CROWDED, CALLER));
        assertEquals("all", worked("all", CROWDED, ADMIN));
        factory.inTransaction(session -> role(session, "moderator"));
        assertEquals("here", worked("here", LARGE, CALLER));
        factory.inTransaction(session -> role(session, "member"));
    }

    private static void role(Session session, String role) {
        run(session, "UPDATE membership SET role = '%s' WHERE room_id = 2 AND account_id = 7".formatted(role));
    }

    private static String worked(String word, long roomId, Caller caller) {
        try (Session session = factory.openSession()) {
            Standing ann = new Standing(
                    session.find(Room.class, roomId),
                    ANN,
                    "ann",
                    "Ann",
                    null,
                    session.find(Membership.class, roomId * 10000 + ANN),
                    false,
                    null,
                    null);
            return everyone(session).reach(List.of(SMALL, LARGE, CROWDED)).of(word, ann, caller);
        }
    }

    private static Everyone everyone(Session session) {
        Everyone everyone = new Everyone();
        everyone.entities = session;
        return everyone;
    }

    @Test
    void the_rooms_of_a_batch_are_measured_by_one_statement_or_none() {
        try (Session session = factory.openSession()) {
            everyone(session).reach(List.of(SMALL, LARGE, CROWDED));
            assertEquals(1, factory.getStatistics().getPrepareStatementCount());
            everyone(session).reach(List.of());
            assertEquals(1, factory.getStatistics().getPrepareStatementCount());
        }
    }

    @Test
    void all_are_the_members_without_the_sender_and_without_those_who_are_named() {
        List<Long> expected = LongStream.rangeClosed(1, 50)
                .filter(id -> id != ANN && id != 3)
                .boxed()
                .toList();
        assertEquals(expected, stored(SMALL, 1, "all", Set.of(3L)));
    }

    @Test
    void here_are_those_who_are_online_or_away() {
        assertEquals(List.of(1L, 2L, 4L), stored(SMALL, 2, "here", Set.of(3L)));
    }

    @Test
    void a_crowd_costs_few_rows_and_one_question() {
        assertEquals(4999, stored(CROWDED, 3, "all", Set.of()).size());
        long rows = factory.getStatistics().getEntityInsertCount();
        assertEquals(32, rows);
        // The server writes the rows in one batch. The others read the members and, in this test, the rows.
        assertEquals(2, factory.getStatistics().getPrepareStatementCount() - rows);
    }

    @Test
    void a_deleted_message_leaves_no_audience() {
        stored(SMALL, 4, "all", Set.of());
        factory.inTransaction(session -> audiences(session).forget(SMALL, List.of(4L)));
        try (Session session = factory.openSession()) {
            assertEquals(List.of(), audiences(session).of(SMALL, 4));
        }
    }

    private static List<Long> stored(long roomId, long seq, String word, Set<Long> named) {
        factory.inTransaction(
                session -> audiences(session).add(List.of(new Audiences.Call(Said.calling(roomId, seq, word), named))));
        try (Session session = factory.openSession()) {
            return audiences(session).of(roomId, seq).stream().sorted().toList();
        }
    }

    /** The accounts 1 to 4 have sockets, and that of 4 is idle. */
    private static Audiences audiences(Session session) {
        Audiences audiences = new Audiences();
        audiences.entities = session;
        audiences.presence =
                id -> id > 4 ? Presence.State.OFFLINE : id == 4 ? Presence.State.AWAY : Presence.State.ONLINE;
        return audiences;
    }
}
