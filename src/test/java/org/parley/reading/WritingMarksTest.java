package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;
import org.parley.rooms.Membership;

/** How marks change the rows of memberships, on the tables of {@code sql/}. */
class WritingMarksTest {
    private static final Marks.Pending READ_5 = new Marks.Pending(5, 5);

    private static SessionFactory factory;

    private final List<MarksMoved.Mark> moved = new ArrayList<>();

    @BeforeAll
    static void open() {
        factory = Tables.sessions("marks", Membership.class);
        factory.inTransaction(
                session -> run(
                        session,
                        "INSERT INTO room VALUES (7, 'public', 'tea', 'tea', '', NULL, FALSE, FALSE, 0, 9, 0, 0, NULL, NULL, 0, NULL, NULL)"));
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @BeforeEach
    void fill() {
        factory.inTransaction(session -> {
            run(session, "DELETE FROM membership");
            for (int id = 1; id <= 3; id++) {
                run(
                        session,
                        "INSERT INTO membership VALUES (%1$d, 7, %1$d, 'member', 0, 0, 0, 0, NULL, 'all', NULL, FALSE)"
                                .formatted(id));
            }
        });
    }

    private static void run(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    @Test
    void what_still_waits_is_written_and_nothing_of_a_person_who_is_gone() {
        Map<Long, Marks.Pending> waiting = Map.of(1L, READ_5, 4L, READ_5);
        write(session -> assertEquals(waiting, writing(session).write(List.of(1L, 2L, 4L), waiting::get)));
        assertEquals(List.of(new MarksMoved.Mark(7, 1, 5, 5, null)), moved);
        assertEquals(5, row(1).readSeq());
        assertEquals(0, row(2).readSeq());
    }

    @Test
    void what_was_read_before_does_not_clear_what_is_marked_unread_with_it() {
        write(session -> writing(session).unread(1, READ_5, 3));
        assertEquals(List.of(new MarksMoved.Mark(7, 1, 5, 5, 3L)), moved);
        assertEquals(3, row(1).unreadFrom());
        write(session -> writing(session).write(List.of(1L), id -> READ_5));
        assertNull(row(1).unreadFrom());
    }

    private static void write(Consumer<Session> work) {
        factory.inTransaction(work::accept);
    }

    private static Membership row(long id) {
        return factory.fromSession(session -> session.find(Membership.class, id));
    }

    private WritingMarks writing(Session session) {
        WritingMarks writing = new WritingMarks();
        writing.entities = session;
        writing.moved = listening();
        return writing;
    }

    @SuppressWarnings("unchecked")
    private Event<MarksMoved> listening() {
        return (Event<MarksMoved>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (event, method, arguments) -> {
                    moved.addAll(((MarksMoved) arguments[0]).marks());
                    return null;
                });
    }
}
