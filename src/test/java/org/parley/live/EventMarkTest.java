package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
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

    @Test
    void it_says_how_far_each_log_has_come() {
        joined("tea", ROOM, 4);
        assertRead(Map.of(ROOM, 4L));
        mark.follow(Json.of("type", "new_message", "room", "tea", "seq", 5));
        mark.follow(Json.of("type", "private_message", "with", "bob", "seq", 9));
        mark.follow(Json.of("type", "user_typing", "room", "tea", "username", "bob"));
        assertRead(Map.of(ROOM, 5L, BOB + 3, 9L));
        mark.follow(Json.of("type", "gap", "with", "bob", "from", 10, "to", 30));
        mark.follow(Json.of("type", "caught_up", "room", "tea", "seq", 5));
        assertRead(Map.of(ROOM, 5L, BOB + 3, 30L));
    }

    @Test
    void what_the_client_came_with_holds_until_it_has_more() {
        mark.begin(ROOM, 2);
        joined("tea", ROOM, 40);
        assertRead(Map.of(ROOM, 2L));
        mark.follow(Json.of("type", "new_message", "room", "tea", "seq", 3));
        assertRead(Map.of(ROOM, 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification", "receipt", "anything_else"})
    void a_frame_that_only_names_a_message_does_not_claim_it(String type) {
        mark.begin(ROOM, 100);
        joined("tea", ROOM, 5000);
        mark.follow(Json.of("type", type, "kind", "mention", "room", "tea", "seq", 5001));
        assertRead(Map.of(ROOM, 100L));
        mark.follow(Json.of("type", "new_message", "room", "tea", "seq", 101));
        assertRead(Map.of(ROOM, 101L));
    }

    @Test
    void a_gap_is_where_they_are_although_they_came_with_more() {
        mark.begin(ROOM, 900);
        joined("tea", ROOM, 40);
        mark.follow(Json.of("type", "gap", "room", "tea", "from", 1, "to", 0));
        mark.follow(Json.of("type", "new_message", "room", "tea", "seq", 1));
        assertRead(Map.of(ROOM, 1L));
    }

    @Test
    void a_room_keeps_its_place_under_a_new_name() {
        joined("tea", ROOM, 4);
        mark.follow(Json.of("type", "room_updated", "room", "tea", "update", Json.of("name", "coffee")));
        mark.follow(Json.of("type", "new_message", "room", "coffee", "seq", 5));
        assertRead(Map.of(ROOM, 5L));
    }

    @Test
    void it_is_short_and_has_all_rooms_and_the_latest_conversations() {
        for (int i = 0; i < 50; i++) {
            joined("room" + i, Long.MAX_VALUE - i, 1_000_000_000);
        }
        for (int i = 1; i <= 200; i++) {
            mark.follow(Json.of("type", "private_message", "with", "bob" + "x".repeat(i), "seq", i));
        }
        String text = mark.toString();
        assertTrue(text.length() <= 2048, () -> text.length() + " characters");
        Map<Long, Long> read = EventMark.read(text).orElseThrow();
        for (int i = 0; i < 50; i++) {
            assertEquals(1_000_000_000, read.get(Long.MAX_VALUE - i));
        }
        assertEquals(200, read.get(BOB + 203));
    }

    @Test
    void who_is_unknown_is_left_out() {
        mark.follow(Json.of("type", "private_message", "with", "zed", "seq", 9));
        assertEquals("", mark.toString());
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

    private void joined(String name, long id, long head) {
        mark.follow(Json.of("type", "room_joined", "room", name, "id", Room.wireId(id), "head", head));
    }

    private void assertRead(Map<Long, Long> expected) {
        assertEquals(Optional.of(expected), EventMark.read(mark.toString()));
    }
}
