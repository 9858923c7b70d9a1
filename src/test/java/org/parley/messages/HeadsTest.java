package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;

class HeadsTest {
    private static final long ROOM = 7;

    private final AtomicLong nanos = new AtomicLong();
    private final Heads heads = new Heads(nanos::get);

    /** The room as a statement would read it now. */
    private Room found = room(4);

    @BeforeEach
    void prepare() {
        heads.rooms = new Rooms() {
            @Override
            public Optional<Room> find(long id) {
                return Optional.of(found);
            }
        };
    }

    @Test
    void a_number_whose_commit_fails_is_never_shown_even_in_a_room_that_another_server_made() {
        found.takeNumbers(2);
        MessagesPosted news = heads.news(found, entries(2));
        assertEquals(4, news.before());
        assertEquals(6, news.head());
        // The transaction was rolled back.
        found = room(4);
        assertEquals(4, heads.of(ROOM));
    }

    @Test
    void a_number_is_shown_once_its_commit_has_returned() {
        assertEquals(4, heads.of(ROOM));
        found.takeNumbers(2);
        MessagesPosted news = heads.news(found, entries(2));
        assertEquals(4, heads.of(ROOM));
        heads.raise(news);
        assertEquals(6, heads.of(ROOM));
    }

    @Test
    void news_begins_where_this_server_was_last_told_of_the_room() {
        heads.raise(ROOM, 2);
        found.takeNumbers(1);
        assertEquals(2, heads.news(found, entries(1)).before());
        assertEquals(2, heads.news(found, entries(0)).before());
    }

    @Test
    void a_number_is_not_shown_while_its_commit_is_under_way_though_the_table_has_it() {
        found.takeNumbers(2);
        heads.news(found, entries(2));
        assertEquals(4, heads.of(ROOM));
        assertEquals(4, heads.of(found));
    }

    @Test
    void the_head_of_a_room_that_nobody_uses_is_forgotten_and_read_again() {
        assertEquals(4, heads.of(ROOM));
        found.takeNumbers(1);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(9));
        assertEquals(4, heads.of(found), "each use counts");
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(9));
        assertEquals(4, heads.of(ROOM));
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(10));
        assertEquals(5, heads.of(ROOM));
    }

    private static List<Logged> entries(int count) {
        return Collections.nCopies(count, Said.message(ROOM, 1, "hello"));
    }

    private static Room room(int head) {
        Room room = new Room() {
            @Override
            public long id() {
                return ROOM;
            }

            @Override
            public Pair pair() {
                return null;
            }
        };
        room.takeNumbers(head);
        return room;
    }
}
