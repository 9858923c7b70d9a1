package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.harness.Messages.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Messages;
import org.parley.harness.Person;

class LogIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void the_log_equals_the_live_frames() {
        List<JsonNode> frames = new ArrayList<>();
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            everythingThatTakesANumber();
            for (long seq = 1; seq <= Messages.head(ann, room); seq++) {
                frames.add(socket.await("new_message"));
            }
        }
        // The log has the message as it is now, and it was answered meanwhile.
        ((ObjectNode) frames.get(0).path("message")).put("replyCount", 1);
        JsonNode log = log("").expect(200);
        assertEquals(
                numbers(log.path("events")),
                frames.stream().map(f -> f.path("seq").asLong()).toList());
        for (int i = 0; i < frames.size(); i++) {
            assertEquals(frames.get(i), log.path("events").get(i));
        }
    }

    private void everythingThatTakesANumber() {
        ann.post(room, "one");
        ann.patch("rooms/" + room, Json.of("topic", "cake"));
        Messages.post(ann, room, Messages.of("@" + bob.name() + " two").put("replyTo", 1));
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"));
        ann.patch("rooms/" + room, Json.of("slowModeSeconds", 5, "archived", true));
        ann.patch("rooms/" + room, Json.of("archived", false));
    }

    @Test
    void what_is_done_to_a_room_stands_in_its_log_with_its_value() {
        change(Json.of("topic", "cake"), "topic", Json.of("v", "cake"));
        change(Json.of("topic", null), "topic", Json.of("v", ""));
        change(Json.of("emoji", "❤"), "emoji", Json.of("v", "❤\uFE0F"));
        change(Json.of("emoji", null), "emoji", Json.of("v", null));
        change(Json.of("slowModeSeconds", 30), "slow_mode", Json.of("v", 30));
        change(Json.of("password", "very-secret"), "password", Json.of("v", true));
        change(Json.of("password", null), "password", Json.of("v", false));
        change(Json.of("visibility", "private"), "visibility", Json.of("v", "private"));
        change(Json.of("archived", true), "archive", Json.of("v", true));
        change(Json.of("archived", false), "archive", Json.of("v", false));
        String renamed = cast.unique("cake");
        ann.patch("rooms/" + room, Json.of("name", renamed)).expect(200);
        room = renamed;
        assertSystem(newest(), "name", null, Json.of("v", renamed));
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "owner"));
        assertSystem(newest(), "role", bob.name(), Json.of("v", "owner"));
        ann.post("rooms/" + room + "/members", Json.of("username", cast.dora().name()));
        assertSystem(newest(), "add", cast.unique("dora"), Json.of("v", null));
    }

    private void change(ObjectNode change, String action, ObjectNode value) {
        long before = Messages.head(ann, room);
        ann.patch("rooms/" + room, change).expect(200);
        assertEquals(before + 1, Messages.head(ann, room));
        assertSystem(newest(), action, null, value);
        ann.patch("rooms/" + room, change).expect(200);
        assertEquals(before + 1, Messages.head(ann, room), "a change that changes nothing leaves no trace");
    }

    private JsonNode newest() {
        return ann.get("rooms/" + room).expect(200).path("lastMessage");
    }

    private void assertSystem(JsonNode message, String action, String target, ObjectNode value) {
        assertEquals("system", message.path("kind").asText());
        assertTrue(message.path("clientId").isNull(), "system messages have no clientId");
        assertEquals("", message.path("body").asText());
        assertEquals(ann.name(), message.path("sender").path("username").asText());
        ObjectNode expected = Json.of("action", action, "target", target);
        expected.set("value", value.path("v"));
        assertEquals(expected, message.path("system"));
    }

    @Test
    void an_ordinary_message_is_no_system_message() {
        ann.post(room, "one");
        assertFalse(newest().has("system"));
    }

    @Test
    void the_log_is_paged_from_a_number_on() {
        for (int i = 1; i <= 5; i++) {
            ann.post(room, "number " + i);
        }
        assertLog("", 1, 5, false);
        assertLog("?after=0&limit=2", 1, 2, true);
        assertLog("?after=2&limit=2", 3, 4, true);
        assertLog("?after=4&limit=2", 5, 5, false);
        assertLog("?after=3&limit=2", 4, 5, false);
        assertLog("?after=5", 0, 0, false);
        assertLog("?after=999", 0, 0, false);
        for (String bad : List.of("?after=-1", "?after=x", "?after=", "?limit=0", "?limit=x")) {
            log(bad).refused(400, "invalid_request");
        }
    }

    @Test
    void long_messages_make_shorter_pages_and_nothing_is_missed() {
        int count = 160;
        Many.say(ann, room, count, "x".repeat(8000));
        List<Long> read = new ArrayList<>();
        for (JsonNode page = null; page == null || page.path("more").asBoolean(); ) {
            page = log("?limit=200&after=" + read.size()).expect(200);
            assertTrue(
                    page.toString().length() < 1_200_000,
                    "a page of the log is " + page.toString().length());
            read.addAll(numbers(page.path("events")));
        }
        assertEquals(LongStream.rangeClosed(1, count).boxed().toList(), read);
        assertHistory(count);
    }

    private void assertHistory(int count) {
        List<Long> read = new ArrayList<>();
        for (JsonNode page = null; page == null || page.path("hasBefore").asBoolean(); ) {
            long first = read.isEmpty() ? count + 1 : read.get(0);
            page = ann.get("rooms/" + room + "/messages?limit=200&before=" + first)
                    .expect(200);
            assertTrue(
                    page.toString().length() < 1_200_000,
                    "a page is " + page.toString().length());
            assertEquals(!read.isEmpty(), page.path("hasAfter").asBoolean());
            read.addAll(0, numbers(page.path("messages")));
        }
        assertEquals(LongStream.rangeClosed(1, count).boxed().toList(), read);
    }

    private void assertLog(String query, long first, long last, boolean more) {
        JsonNode log = log(query).expect(200);
        List<Long> expected = first == 0
                ? List.of()
                : LongStream.rangeClosed(first, last).boxed().toList();
        assertEquals(expected, numbers(log.path("events")), query);
        assertEquals(more, log.path("more").asBoolean(), "more of " + query);
        assertEquals(5, log.path("head").asLong());
    }

    private Answer log(String query) {
        return ann.get("rooms/" + room + "/log" + query);
    }
}
