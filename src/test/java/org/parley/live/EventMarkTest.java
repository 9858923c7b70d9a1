package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Json;
import org.parley.rooms.Room;

class EventMarkTest {
    private static final long ROOM = 77;
    private static final long BOB = 1000;

    private final EventMark mark =
            new EventMark(username -> username.startsWith("bob") ? BOB + username.length() : null);
    private String left = "";

    @Test
    void it_says_how_far_each_log_has_come() {
        joined("tea", ROOM, 4);
        assertRead(Map.of(ROOM, 4L));
        follow(Json.of("type", "new_message", "room", "tea", "seq", 5));
        follow(Json.of("type", "private_message", "with", "bob", "seq", 9));
        follow(Json.of("type", "user_typing", "room", "tea", "username", "bob"));
        assertRead(Map.of(ROOM, 5L, BOB + 3, 9L));
        follow(Json.of("type", "gap", "with", "bob", "from", 10, "to", 30));
        follow(Json.of("type", "caught_up", "room", "tea", "seq", 5));
        assertRead(Map.of(ROOM, 5L, BOB + 3, 30L));
    }

    @Test
    void what_the_client_came_with_holds_until_it_has_more() {
        mark.begin(ROOM, 2);
        joined("tea", ROOM, 40);
        assertRead(Map.of(ROOM, 2L));
        follow(Json.of("type", "new_message", "room", "tea", "seq", 3));
        assertRead(Map.of(ROOM, 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification", "receipt", "anything_else"})
    void a_frame_that_only_names_a_message_does_not_claim_it(String type) {
        mark.begin(ROOM, 100);
        joined("tea", ROOM, 5000);
        follow(Json.of("type", type, "kind", "mention", "room", "tea", "seq", 5001));
        assertRead(Map.of(ROOM, 100L));
        follow(Json.of("type", "new_message", "room", "tea", "seq", 101));
        assertRead(Map.of(ROOM, 101L));
    }

    @Test
    void a_gap_is_where_they_are_although_they_came_with_more() {
        mark.begin(ROOM, 900);
        joined("tea", ROOM, 40);
        follow(Json.of("type", "gap", "room", "tea", "from", 1, "to", 0));
        follow(Json.of("type", "new_message", "room", "tea", "seq", 1));
        assertRead(Map.of(ROOM, 1L));
    }

    @Test
    void a_room_keeps_its_place_under_a_new_name() {
        joined("tea", ROOM, 4);
        follow(Json.of("type", "room_updated", "room", "tea", "update", Json.of("name", "coffee")));
        follow(Json.of("type", "new_message", "room", "coffee", "seq", 5));
        assertRead(Map.of(ROOM, 5L));
    }

    @Test
    void it_is_short_and_has_all_rooms_and_the_latest_conversations() {
        for (int i = 0; i < 50; i++) {
            joined("room" + i, Long.MAX_VALUE - i, 1_000_000_000);
        }
        for (int i = 1; i <= 200; i++) {
            follow(Json.of("type", "private_message", "with", "bob" + "x".repeat(i), "seq", i));
        }
        String text = follow(Json.of("type", "pong"));
        assertTrue(text.length() <= 2048, () -> text.length() + " characters");
        Map<Long, Long> read = EventMark.read(text).orElseThrow();
        for (int i = 0; i < 50; i++) {
            assertEquals(1_000_000_000, read.get(Long.MAX_VALUE - i));
        }
        assertEquals(200, read.get(BOB + 203));
    }

    @Test
    void who_is_unknown_is_left_out() {
        follow(Json.of("type", "private_message", "with", "zed", "seq", 9));
        assertEquals("", left);
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
        joined("tea", ROOM, 4);
        String before = left;
        assertSame(before, follow(Json.of("type", "user_typing", "room", "tea", "username", "bob")));
        assertSame(before, follow(Json.of("type", "private_message", "with", "zed", "seq", 9)));
        follow(Json.of("type", "new_message", "room", "tea", "seq", 5));
        assertNotEquals(before, left);
    }

    @Test
    void a_room_that_is_added_meanwhile_waits_for_the_frame_that_leaves() throws Exception {
        AtomicReference<EventMark> shared = new AtomicReference<>();
        Thread opening = new Thread(() -> shared.get().begin(ROOM, 2));
        shared.set(new EventMark(username -> {
            opening.start();
            while (opening.getState() != Thread.State.BLOCKED) {
                assertNotEquals(Thread.State.TERMINATED, opening.getState(), "the room came in between");
                Thread.onSpinWait();
            }
            return BOB;
        }));
        String text = shared.get().follow(Json.of("type", "private_message", "with", "bob", "seq", 9));
        assertEquals(Optional.of(Map.of(BOB, 9L)), EventMark.read(text));
        opening.join();
        assertEquals(
                Optional.of(Map.of(BOB, 9L, ROOM, 2L)),
                EventMark.read(shared.get().follow(Json.of())));
    }

    private String follow(JsonNode frame) {
        left = mark.follow(frame);
        return left;
    }

    private void joined(String name, long id, long head) {
        follow(Json.of("type", "room_joined", "room", name, "id", Room.wireId(id), "head", head));
    }

    private void assertRead(Map<Long, Long> expected) {
        assertEquals(Optional.of(expected), EventMark.read(left));
    }
}
