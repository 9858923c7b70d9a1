package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

@Tag("once")
class JoiningIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room() {
        room = ann.createRoom(cast.unique("tea"));
    }

    @Test
    void the_first_frame_says_who_one_is() {
        try (LiveSocket socket = LiveSocket.connect(ann, "live/rooms")) {
            JsonNode first = LiveSocket.expect("connection_established", socket.next());
            assertEquals(ann.name(), first.path("user").path("username").asText());
            assertEquals("online", first.path("user").path("presence").asText());
            assertFalse(first.path("connectionId").asText().isEmpty());
            assertTrue(first.path("serverTime").asText().matches("\\d{4}-.*T.*\\.\\d{3}Z"));
        }
    }

    @Test
    void a_person_who_joins_is_told_how_the_room_stands() {
        ann.post(room, "one");
        try (LiveSocket socket = ann.socket()) {
            JsonNode joined = socket.ask("join_room", "room", room);
            ObjectNode expected = Json.of("type", "room_joined", "ref", "1", "room", room);
            expected.set("id", ann.get("rooms/" + room).expect(200).path("id"));
            expected.setAll(Json.of("head", 1, "role", "owner", "online", List.of(ann.name()), "onlineCount", 1));
            assertEquals(expected, joined);
        }
    }

    @Test
    void joining_a_public_room_makes_a_member() {
        try (LiveSocket socket = bob.socket()) {
            assertEquals("member", socket.join(room).path("role").asText());
            assertEquals(1, socket.say(room, "hello").path("seq").asLong());
        }
        assertEquals(2, ann.get("rooms/" + room).expect(200).path("memberCount").asInt());
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
        }
        assertEquals(2, ann.get("rooms/" + room).expect(200).path("memberCount").asInt());
    }

    @Test
    void a_password_lets_in_people_who_know_it_and_is_not_asked_of_members() {
        ann.patch("rooms/" + room, Json.of("password", "very-secret")).expect(200);
        try (LiveSocket socket = bob.socket()) {
            for (String wrong : List.of("wrong-secret", "")) {
                assertRefused("wrong_room_password", socket.ask("join_room", "room", room, "password", wrong));
            }
            assertRefused("wrong_room_password", socket.ask("join_room", "room", room));
            LiveSocket.expect("room_joined", socket.ask("join_room", "room", room, "password", "very-secret"));
            LiveSocket.expect("room_joined", socket.ask("join_room", "room", room));
        }
    }

    @Test
    void hidden_and_absent_rooms_are_not_found_in_the_same_words() {
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        try (LiveSocket socket = bob.socket()) {
            JsonNode hidden = socket.ask("join_room", "room", room);
            JsonNode absent = socket.ask("join_room", "room", cast.unique("absent"));
            assertRefused("not_found", hidden);
            assertRefused("not_found", absent);
            assertEquals(without(absent, "ref"), without(hidden, "ref"));
            ann.post("rooms/" + room + "/members", Json.of("username", bob.name()))
                    .expect(201);
            socket.join(room);
        }
    }

    private static JsonNode without(JsonNode frame, String field) {
        return ((ObjectNode) frame.deepCopy()).without(field);
    }

    @Test
    void a_refused_joining_leaves_what_one_listens_to() {
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            assertRefused("not_found", socket.ask("join_room", "room", cast.unique("absent")));
            assertRefused("invalid_request", socket.ask("join_room", "room", room, "since", -1));
            assertRefused("invalid_request", socket.ask("join_room"));
            ann.post(room, "one");
            socket.await("new_message");
        }
    }

    @Test
    void a_room_is_joined_by_its_id_and_in_any_case_and_heard_once() {
        String id = ann.get("rooms/" + room).expect(200).path("id").asText();
        try (LiveSocket socket = bob.socket()) {
            for (String name : List.of(room, id, room.toUpperCase(), room.replace("tea", "ｔｅａ"))) {
                JsonNode joined = socket.join(name);
                assertEquals(room, joined.path("room").asText());
                assertEquals(1, joined.path("onlineCount").asInt(), "one socket, however often it joins");
            }
            ann.post(room, "one");
            assertEquals(1, socket.await("new_message").path("seq").asLong());
            socket.assertNone("new_message");
        }
    }

    @Test
    void joining_again_begins_anew_on_the_same_socket() {
        ann.post(room, "one");
        ann.post(room, "two");
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            for (int i = 0; i < 2; i++) {
                socket.send(Json.of("type", "join_room", "room", room, "since", 0));
                assertEquals(List.of(1L, 2L), Listeners.numbers(Listeners.until(socket, "caught_up")));
            }
            ann.post(room, "three");
            assertEquals(3, socket.await("new_message").path("seq").asLong());
            socket.assertNone("new_message", "user_left");
        }
    }

    @Test
    void a_new_member_is_not_told_of_what_was_before() {
        ann.post(room, "one");
        try (LiveSocket socket = bob.socket()) {
            assertEquals(1, socket.join(room).path("head").asLong());
            socket.assertNone("new_message", "caught_up", "gap");
        }
    }

    @Test
    void joining_and_writing_may_stand_in_one_frame() {
        try (LiveSocket socket = bob.socket()) {
            String id = Person.newId();
            ObjectNode join = Json.of("type", "join_room", "room", room, "ref", "1");
            ObjectNode say = Json.of("type", "send_message", "room", room, "clientId", id, "body", "hello", "ref", "2");
            socket.sendText("[" + join + "," + say + "]");
            assertEquals("1", socket.await("room_joined").path("ref").asText());
            JsonNode sent = socket.await("message_sent");
            assertEquals("2", sent.path("ref").asText());
            assertEquals(1, sent.path("seq").asLong());
            socket.assertNone("new_message", "error");
        }
    }

    private static void assertRefused(String code, JsonNode answer) {
        assertEquals(code, LiveSocket.expect("error", answer).path("code").asText());
    }
}
