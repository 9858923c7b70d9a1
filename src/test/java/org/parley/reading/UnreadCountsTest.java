package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;
import org.parley.system.NumberRanges.Range;

/** Compares the counts with the messages themselves, on the tables of {@code sql/}. */
class UnreadCountsTest {
    private static final long READER = 253_234_382_239_089_022L;

    private final SessionFactory factory = Tables.sessions("unread");

    @AfterEach
    void close() {
        factory.close();
    }

    /** What a number of a made-up log is. */
    private enum Kind {
        MESSAGE,
        OWN,
        SYSTEM,
        OWN_SYSTEM,
        DELETED,
        OWN_DELETED,
        CHANGE;

        boolean own() {
            return name().startsWith("OWN");
        }
    }

    @Test
    void the_counts_are_those_of_the_messages() {
        Random random = new Random(18);
        List<Range> parts = new ArrayList<>();
        Map<Long, Integer> expected = new HashMap<>();
        factory.inTransaction(session -> {
            for (long room = 1; room <= 40; room++) {
                List<Kind> log = randomLog(random);
                write(session, room, log);
                long head = random.nextInt(log.size() + 1);
                long after = random.nextInt((int) head + 1);
                parts.add(new Range(room, after, head));
                expected.put(room, messages(log, after, head));
            }
            assertEquals(expected, unread(counts(session), parts));
        });
    }

    /** In some rooms people write most, in others they change things, or the reader wrote nearly everything. */
    private static List<Kind> randomLog(Random random) {
        int length = 1 + random.nextInt(3000);
        Kind usual = Kind.values()[random.nextInt(Kind.values().length)];
        List<Kind> log = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            log.add(random.nextInt(4) == 0 ? Kind.values()[random.nextInt(Kind.values().length)] : usual);
        }
        return log;
    }

    private static int messages(List<Kind> log, long after, long head) {
        long all = log.subList((int) after, (int) head).stream()
                .filter(Kind.MESSAGE::equals)
                .count();
        return (int) Math.min(1000, all);
    }

    @Test
    void messages_far_below_the_head_count() {
        factory.inTransaction(session -> {
            List<Kind> log = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                log.add(i < 500 ? Kind.MESSAGE : i % 2 == 0 ? Kind.OWN : Kind.CHANGE);
            }
            write(session, 7, log);
            UnreadCounts counts = counts(session);
            assertEquals(Map.of(7L, 500), unread(counts, List.of(new Range(7, 0, 20_000))));
            assertEquals(Map.of(7L, 1), unread(counts, List.of(new Range(7, 499, 20_000))));
            assertEquals(Map.of(7L, 0), unread(counts, List.of(new Range(7, 500, 20_000))));
        });
    }

    @Test
    void a_thousand_means_a_thousand_or_more() {
        factory.inTransaction(session -> {
            write(session, 7, Collections.nCopies(1001, Kind.MESSAGE));
            UnreadCounts counts = counts(session);
            assertEquals(Map.of(7L, 999), unread(counts, List.of(new Range(7, 2, 1001))));
            assertEquals(Map.of(7L, 1000), unread(counts, List.of(new Range(7, 1, 1001))));
            assertEquals(Map.of(7L, 1000), unread(counts, List.of(new Range(7, 0, 1001))));
        });
    }

    @Test
    void mentions_count_by_name_and_by_all_but_not_those_in_an_edit_or_in_own_messages() {
        factory.inTransaction(session -> {
            write(session, 7, List.of(Kind.MESSAGE, Kind.MESSAGE, Kind.MESSAGE, Kind.MESSAGE, Kind.CHANGE));
            write(session, 8, List.of(Kind.OWN));
            for (String mention : List.of("7, 1, %d, TRUE", "7, 2, %d, FALSE", "7, 3, 2, TRUE", "8, 1, %d, TRUE")) {
                run(
                        session,
                        "INSERT INTO mention (room_id, seq, account_id, counted) VALUES (" + mention.formatted(READER)
                                + ")");
            }
            run(
                    session,
                    "INSERT INTO audience (room_id, seq, slot, part, people) VALUES (7, 4, %d, 0, ',62,%d,')"
                            .formatted(READER % 32, READER));
            List<Range> parts = List.of(new Range(7, 0, 5), new Range(8, 0, 1));
            assertEquals(
                    Map.of(7L, new UnreadCounts.Counts(4, 2), 8L, UnreadCounts.Counts.NONE),
                    counts(session).of(READER, parts));
        });
    }

    @Test
    void it_takes_five_statements_and_none_as_long_as_nothing_happens() {
        factory.getStatistics().setStatisticsEnabled(true);
        factory.inTransaction(session -> {
            List<Range> parts = new ArrayList<>();
            for (long room = 1; room <= 100; room++) {
                write(session, room, List.of(Kind.MESSAGE, Kind.CHANGE, Kind.MESSAGE));
                parts.add(new Range(room, 1, 3));
            }
            UnreadCounts counts = counts(session);
            assertEquals(5, statements(counts, parts));
            assertEquals(0, statements(counts, parts));
            parts.set(0, new Range(1, 0, 3));
            assertEquals(5, statements(counts, parts), "the reader has read less");
            parts.set(0, new Range(1, 0, 2));
            assertEquals(5, statements(counts, parts), "the log has another head");
        });
    }

    private long statements(UnreadCounts counts, List<Range> parts) {
        factory.getStatistics().clear();
        Map<Long, UnreadCounts.Counts> found = counts.of(READER, parts);
        assertEquals(new UnreadCounts.Counts(1, 0), found.get(2L));
        return factory.getStatistics().getPrepareStatementCount();
    }

    private static UnreadCounts counts(Session session) {
        UnreadCounts counts = new UnreadCounts();
        counts.entities = session;
        return counts;
    }

    private static Map<Long, Integer> unread(UnreadCounts counts, List<Range> parts) {
        Map<Long, UnreadCounts.Counts> found = counts.of(READER, parts);
        Map<Long, Integer> unread = new HashMap<>();
        parts.forEach(part -> unread.put(
                part.roomId(),
                found.getOrDefault(part.roomId(), UnreadCounts.Counts.NONE).unread()));
        return unread;
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    private static void write(Session session, long room, List<Kind> log) {
        session.doWork(connection -> {
            try (PreparedStatement message = connection.prepareStatement(
                            "INSERT INTO message"
                                    + " (room_id, seq, sender_id, kind, body, deleted, created_at) VALUES (?, ?, ?, ?, '', ?, 0)");
                    PreparedStatement change = connection.prepareStatement("INSERT INTO message_change"
                            + " (room_id, seq, target_seq, actor_id, created_at) VALUES (?, ?, 1, 1, 0)")) {
                for (int i = 0; i < log.size(); i++) {
                    Kind kind = log.get(i);
                    PreparedStatement row = kind == Kind.CHANGE ? change : message;
                    row.setLong(1, room);
                    row.setLong(2, i + 1);
                    if (kind != Kind.CHANGE) {
                        fill(row, kind);
                    }
                    row.addBatch();
                }
                message.executeBatch();
                change.executeBatch();
            }
            note(connection, room);
        });
    }

    private static void fill(PreparedStatement message, Kind kind) throws SQLException {
        message.setLong(3, kind.own() ? READER : 2);
        message.setString(4, kind.name().endsWith("SYSTEM") ? "system" : "text");
        message.setBoolean(5, kind.name().endsWith("DELETED"));
    }

    /** As the script of the table does for an older log. */
    private static void note(Connection connection, long room) throws SQLException {
        try (PreparedStatement uncounted = connection.prepareStatement(
                "INSERT INTO uncounted (room_id, seq, sender_id) SELECT room_id, seq, sender_id FROM message"
                        + " WHERE room_id = ? AND (kind = 'system' OR deleted = TRUE)")) {
            uncounted.setLong(1, room);
            uncounted.executeUpdate();
        }
    }
}
