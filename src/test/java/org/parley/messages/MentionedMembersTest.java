package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;
import org.parley.rooms.Room;

/** Who is found by a name, on the tables of {@code sql/}. */
class MentionedMembersTest {
    private static final long ROOM = 7;

    private static SessionFactory factory;

    @BeforeAll
    static void open() {
        factory = Tables.sessions("mentioned", Room.class);
        factory.getStatistics().setStatisticsEnabled(true);
        factory.inTransaction(session -> {
            run(
                    session,
                    "INSERT INTO room VALUES (7, 'public', 'tea', 'tea', '', NULL, FALSE, FALSE, 0, 0, 0, 0, NULL, NULL, 0, NULL, NULL)");
            person(session, 1, "ann");
            person(session, 2, "bob");
            run(session, "INSERT INTO membership VALUES (1, 7, 1, 'member', 0, 0, 0, 0, NULL, 'all', NULL, FALSE)");
        });
    }

    private static void person(Session session, long id, String name) {
        run(
                session,
                "INSERT INTO account (id, username, username_folded, username_skeleton, password_hash,"
                        + " display_name, bio, role, disabled_at, created_at) VALUES (%d, '%2$s', '%2$s', '%2$s', '', '', '', 'user', NULL, 0)"
                                .formatted(id, name));
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @Test
    void a_member_is_found_and_nobody_else() {
        assertEquals(
                Map.of(name("ann"), new Mentions.Member(1, "ann")),
                members(List.of(name("ann"), name("bob"), name("cem"), new Mentions.Name(8, "ann"))));
        assertEquals(1, factory.getStatistics().getPrepareStatementCount());
    }

    @Test
    void no_names_cost_no_statement() {
        assertEquals(Map.of(), members(List.of()));
        assertEquals(0, factory.getStatistics().getPrepareStatementCount());
    }

    @Test
    void a_crowd_of_names_is_looked_up_in_parts() {
        List<Mentions.Name> names = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            names.add(name("user" + i));
        }
        names.add(name("ann"));
        assertEquals(Map.of(name("ann"), new Mentions.Member(1, "ann")), members(names));
        assertEquals(18, factory.getStatistics().getPrepareStatementCount());
    }

    private Map<Mentions.Name, Mentions.Member> members(List<Mentions.Name> names) {
        try (Session session = factory.openSession()) {
            factory.getStatistics().clear();
            Mentions mentions = new Mentions();
            mentions.entities = session;
            return mentions.members(names);
        }
    }

    private static Mentions.Name name(String folded) {
        return new Mentions.Name(ROOM, folded);
    }
}
