package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.messages.Heads;
import org.parley.rooms.Membership;

class MarksTest {
    private static final long ROOM = 7;

    private final Marks marks = new Marks();
    private final Table table = new Table();

    @BeforeEach
    void prepare() {
        marks.writing = table;
        marks.heads = new Heads();
        marks.heads.raise(ROOM, 100);
    }

    @Test
    void many_marks_are_written_in_parts_and_each_only_once() {
        readBy(1_100);
        marks.write();
        marks.write();
        assertEquals(List.of(500, 500, 100), table.parts);
        assertEquals(1_100, table.rows.size());
    }

    @Test
    void what_could_not_be_written_waits_and_what_was_written_does_not() {
        readBy(1_100);
        table.partsUntilFailure = 1;
        marks.write();
        assertEquals(500, table.rows.size());
        table.partsUntilFailure = Integer.MAX_VALUE;
        marks.write();
        assertEquals(List.of(500, 500, 100), table.parts);
        assertEquals(1_100, table.rows.size());
    }

    @Test
    void a_mark_that_moves_while_it_is_written_is_written_again() {
        marks.read(1, ROOM, 5);
        table.afterWriting = () -> marks.read(1, ROOM, 6);
        marks.write();
        assertEquals(6, marks.readSeq(membership()));
        table.afterWriting = () -> {};
        marks.write();
        assertEquals(new Marks.Pending(6, 6), table.rows.get(1L));
    }

    @Test
    void marking_unread_waits_for_nobody_and_is_not_cleared_by_what_was_read_before() {
        marks.read(1, ROOM, 5);
        marks.read(2, ROOM, 5);
        table.beforeLocking = () -> inAnotherThread(() -> marks.unread(1, ROOM, 3));
        marks.write();
        assertEquals(List.of("1 read 5, unread from 3"), table.unread);
        assertEquals(Map.of(2L, new Marks.Pending(5, 5)), table.rows);
        marks.write();
        assertEquals(1, table.parts.size());
    }

    @Test
    void what_was_read_is_known_while_the_room_is_marked_unread() {
        marks.read(1, ROOM, 5);
        table.beforeUnread = () -> assertEquals(5, marks.readSeq(membership()));
        marks.unread(1, ROOM, 3);
        assertEquals(5, marks.readSeq(membership()));
    }

    @Test
    void what_was_read_is_known_however_long_marking_unread_waits() {
        marks.read(1, ROOM, 5);
        table.beforeUnread = () -> {
            for (long other = 2; other < 5; other++) {
                marks.read(other, ROOM, 5);
                marks.write();
            }
            assertEquals(5, marks.readSeq(membership()));
        };
        marks.unread(1, ROOM, 3);
        assertEquals(Set.of(2L, 3L, 4L), table.rows.keySet());
        marks.read(1, ROOM, 6);
        marks.write();
        assertEquals(new Marks.Pending(6, 6), table.rows.get(1L));
    }

    @Test
    void what_was_read_is_written_later_if_marking_unread_fails() {
        marks.read(1, ROOM, 5);
        table.beforeUnread = () -> {
            throw new IllegalStateException("for a test");
        };
        assertThrows(IllegalStateException.class, () -> marks.unread(1, ROOM, 3));
        marks.write();
        assertEquals(Map.of(1L, new Marks.Pending(5, 5)), table.rows);
    }

    @Test
    void nothing_is_unread_in_an_empty_room() {
        marks.heads.raise(8, 0);
        marks.unread(1, 8, 3);
        assertTrue(table.unread.isEmpty());
    }

    private void readBy(int members) {
        for (long id = 1; id <= members; id++) {
            marks.read(id, ROOM, 5);
        }
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Membership membership() {
        return new Membership() {
            @Override
            public long id() {
                return 1;
            }
        };
    }

    /** The rows of the memberships, and what happens around a write. */
    private static final class Table extends WritingMarks {
        private final Map<Long, Marks.Pending> rows = new HashMap<>();
        private final List<Integer> parts = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private int partsUntilFailure = Integer.MAX_VALUE;
        private Runnable beforeLocking = () -> {};
        private Runnable afterWriting = () -> {};
        private Runnable beforeUnread = () -> {};

        @Override
        Map<Long, Marks.Pending> write(List<Long> ids, LongFunction<Marks.Pending> pending) {
            beforeLocking.run();
            if (parts.size() == partsUntilFailure) {
                throw new IllegalStateException("for a test");
            }
            parts.add(ids.size());
            Map<Long, Marks.Pending> told = new HashMap<>();
            for (long id : ids) {
                Marks.Pending mark = pending.apply(id);
                if (mark != null) {
                    told.put(id, mark);
                }
            }
            rows.putAll(told);
            afterWriting.run();
            return told;
        }

        @Override
        void unread(long membershipId, Marks.Pending earlier, long seq) {
            beforeUnread.run();
            unread.add("%d read %d, unread from %d".formatted(membershipId, earlier.read(), seq));
        }
    }
}
