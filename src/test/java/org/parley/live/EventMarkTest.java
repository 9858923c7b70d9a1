package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.live.Encoded.Move;

class EventMarkTest {
    private static final long ROOM = 77;
    private static final long BOB = 1000;

    private final EventMark mark = new EventMark();
    private String left = "";

    @Test
    void it_says_how_far_each_log_has_come() {
        follow(Move.JOINED, ROOM, 4);
        assertRead(Map.of(ROOM, 4L));
        follow(Move.GIVEN, ROOM, 5);
        follow(Move.GIVEN, BOB, 9);
        typing();
        assertRead(Map.of(ROOM, 5L, BOB, 9L));
        follow(Move.SET, BOB, 30);
        follow(Move.GIVEN, ROOM, 5);
        assertRead(Map.of(ROOM, 5L, BOB, 30L));
    }

    @Test
    void what_the_client_came_with_holds_until_it_has_more() {
        mark.begin(ROOM, 2);
        follow(Move.JOINED, ROOM, 40);
        assertRead(Map.of(ROOM, 2L));
        follow(Move.GIVEN, ROOM, 3);
        assertRead(Map.of(ROOM, 3L));
    }

    @Test
    void a_frame_that_only_names_a_message_does_not_claim_it() {
        mark.begin(ROOM, 100);
        follow(Move.JOINED, ROOM, 5000);
        typing();
        assertRead(Map.of(ROOM, 100L));
        follow(Move.GIVEN, ROOM, 101);
        assertRead(Map.of(ROOM, 101L));
    }

    @Test
    void a_gap_is_where_they_are_although_they_came_with_more() {
        mark.begin(ROOM, 900);
        follow(Move.JOINED, ROOM, 40);
        follow(Move.SET, ROOM, 0);
        follow(Move.GIVEN, ROOM, 1);
        assertRead(Map.of(ROOM, 1L));
    }

    @Test
    void it_is_short_and_has_all_rooms_and_the_latest_conversations() {
        for (int i = 0; i < 50; i++) {
            follow(Move.JOINED, Long.MAX_VALUE - i, 1_000_000_000);
        }
        for (int i = 1; i <= 200; i++) {
            follow(Move.GIVEN, BOB + i, i);
        }
        typing();
        assertTrue(left.length() <= 2048, () -> left.length() + " characters");
        Map<Long, Long> read = EventMark.read(left).orElseThrow();
        for (int i = 0; i < 50; i++) {
            assertEquals(1_000_000_000, read.get(Long.MAX_VALUE - i));
        }
        assertEquals(200, read.get(BOB + 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "1",
                "1.",
                ".1",
                "1.1,",
                "1.1,,2.2",
                "1.1;2.2",
                "A.1",
                "1.1.1",
                "-1.1",
                "zzzzzzzzzzzzz.1"
            })
    void what_is_no_mark_is_not_read(String text) {
        assertEquals(Optional.empty(), EventMark.read(text));
    }

    @Test
    void nothing_endless_is_read() {
        assertEquals(Optional.empty(), EventMark.read("1.1" + ",1.1".repeat(1000)));
    }

    @Test
    void it_is_written_anew_only_when_it_has_moved() {
        follow(Move.JOINED, ROOM, 4);
        String before = left;
        typing();
        assertSame(before, left);
        follow(Move.GIVEN, ROOM, 5);
        assertNotEquals(before, left);
    }

    @Test
    void rooms_may_be_added_while_frames_of_others_leave() throws Exception {
        Thread opening = new Thread(() -> LongStream.range(0, 50).forEach(room -> mark.begin(room, 2)));
        opening.start();
        for (int seq = 1; seq <= 5000; seq++) {
            follow(Move.GIVEN, BOB, seq);
        }
        opening.join();
        typing();
        Map<Long, Long> read = EventMark.read(left).orElseThrow();
        assertEquals(51, read.size());
        assertEquals(5000, read.get(BOB));
    }

    private void typing() {
        left = mark.follow(Encoded.one("user_typing", new byte[0]));
    }

    private void follow(Move move, long roomId, long seq) {
        left = mark.follow(Encoded.one("any", new byte[0], move, roomId, seq));
    }

    private void assertRead(Map<Long, Long> expected) {
        assertEquals(Optional.of(expected), EventMark.read(left));
    }
}
