package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

class FillingTest {
    private static final List<String> ROOMS = List.of("tea", "milk");
    private static final int MANY = 2500;

    private final Chatter chatter = new Chatter(1);
    private Connection database;

    @BeforeEach
    void there_are_two_rooms_and_two_people() throws SQLException {
        database = DriverManager.getConnection(Tables.inMemory("filling"));
        run("INSERT INTO room (id, kind, name, name_folded, topic, archived, gone, slow_mode_seconds, head,"
                + " last_message_at, created_at) VALUES (1, 'public', 'tea', 'tea', '', FALSE, FALSE, 0, 3, 0, 0),"
                + " (2, 'public', 'milk', 'milk', '', FALSE, FALSE, 0, 0, 0, 0)");
        for (int i = 1; i <= 2; i++) {
            run("INSERT INTO account (id, username, username_folded, username_skeleton, password_hash, display_name,"
                    + " bio, role, created_at) VALUES (" + i + ", 'u" + i + "', 'u" + i + "', 'u" + i
                    + "', '', '', '', 'user', 0)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void each_room_gets_its_messages_after_those_that_it_has() throws SQLException {
        Filling.fill(database, chatter, ROOMS, List.of("u1", "u2"), MANY);
        int first = Filling.counts(MANY, 2)[0];
        assertEquals(first + 3, number("SELECT head FROM room WHERE id = 1"));
        assertEquals(first + 3, number("SELECT last_message_seq FROM room WHERE id = 1"));
        assertEquals(
                first, number("SELECT COUNT(*) FROM message WHERE room_id = 1 AND seq > 3 AND seq <= " + (first + 3)));
        assertEquals(MANY - first, number("SELECT head FROM room WHERE id = 2"));
        assertEquals(MANY, number("SELECT COUNT(DISTINCT client_id) FROM message"));
        assertEquals(2, number("SELECT COUNT(DISTINCT sender_id) FROM message"));
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM message m JOIN message n ON n.room_id = m.room_id AND n.seq = m.seq + 1"
                        + " WHERE n.created_at <= m.created_at"));
        try (ResultSet rows =
                database.createStatement().executeQuery("SELECT body FROM message WHERE room_id = 1 AND seq = 4")) {
            rows.next();
            assertEquals(chatter.message(0), rows.getString(1));
        }
    }

    @Test
    void a_room_that_is_not_there_is_named() {
        String said = assertThrows(
                        IllegalStateException.class,
                        () -> Filling.fill(database, chatter, List.of("nowhere"), List.of("u1"), 1))
                .getMessage();
        assertTrue(said.contains("nowhere"), said);
    }

    @Test
    void the_rooms_share_all_messages_the_first_one_with_the_most() {
        int[] counts = Filling.counts(1000, 10);
        assertEquals(1000, IntStream.of(counts).sum());
        assertArrayEquals(
                IntStream.of(counts)
                        .map(count -> -count)
                        .sorted()
                        .map(count -> -count)
                        .toArray(),
                counts);
    }

    private void run(String statement) throws SQLException {
        database.createStatement().execute(statement);
    }

    private long number(String query) throws SQLException {
        try (ResultSet rows = database.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
