package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.harness.Messages.head;
import static org.parley.harness.Messages.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

class PostingIT {
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
    void a_message_is_answered_with_all_its_fields() {
        String id = Person.newId();
        ObjectNode message =
                (ObjectNode) post(bob, room, Messages.of(id, "hello")).expect(201);
        String createdAt = message.remove("createdAt").asText();
        assertTrue(createdAt.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), createdAt);
        ObjectNode expected = Json.of("room", room, "seq", 1, "clientId", id, "kind", "text");
        ObjectNode sender = Json.of("username", bob.name(), "displayName", bob.name(), "avatarUrl", null);
        expected.set("sender", sender);
        expected.setAll(Json.of("body", "hello", "attachments", List.of(), "replyTo", null, "mentions", List.of()));
        expected.setAll(Json.of(
                "mentionsAll",
                null,
                "reactions",
                List.of(),
                "editedAt",
                null,
                "deleted",
                false,
                "pinned",
                false,
                "replyCount",
                0));
        assertEquals(expected, message);
    }

    @Test
    void a_repeat_answers_the_first_message_and_stores_nothing_whatever_its_text() {
        String id = Person.newId();
        JsonNode first = post(ann, room, Messages.of(id, "first")).expect(201);
        assertEquals(first, post(ann, room, Messages.of(id, "first")).expect(200));
        assertEquals(first, post(ann, room, Messages.of(id, "other text")).expect(200));
        assertEquals(first, post(ann, room, Messages.of(id.toUpperCase(), "x")).expect(200), "a UUID has no case");
        assertEquals(1, head(ann, room));
    }

    @Test
    void a_repeat_is_one_by_rest_and_socket_alike() {
        LiveSocket socket = ann.socket();
        socket.join(room);
        String id = Person.newId();
        JsonNode first = socket.say(room, id, "first");
        assertEquals(first, post(ann, room, Messages.of(id, "by REST")).expect(200));
        String other = Person.newId();
        JsonNode second = post(ann, room, Messages.of(other, "second")).expect(201);
        socket.await("new_message");
        assertEquals(second, socket.say(room, other, "by the socket"));
        socket.assertNone("new_message");
        assertEquals(2, head(ann, room));
    }

    @Test
    void an_id_is_its_senders_own_and_the_rooms_own() {
        String id = Person.newId();
        post(ann, room, Messages.of(id, "ann's")).expect(201);
        assertEquals(
                2,
                post(bob, room, Messages.of(id, "bob's"))
                        .expect(201)
                        .path("seq")
                        .asLong());
        String elsewhere = ann.createRoom(cast.unique("elsewhere"));
        assertEquals(
                1,
                post(ann, elsewhere, Messages.of(id, "again"))
                        .expect(201)
                        .path("seq")
                        .asLong());
    }

    @Test
    void a_person_who_left_an_open_room_repeats_and_writes_nothing_new() {
        String id = Person.newId();
        JsonNode first = post(bob, room, Messages.of(id, "hello")).expect(201);
        bob.delete("rooms/" + room + "/members/me").expect(204);
        assertEquals(first, post(bob, room, Messages.of(id, "hello")).expect(200));
        post(bob, room, Messages.of("new")).refused(403, "not_member");
        assertEquals(1, head(ann, room));
    }

    @Test
    void a_person_who_may_not_read_any_more_may_not_repeat() {
        String id = Person.newId();
        post(bob, room, Messages.of(id, "hello")).expect(201);
        bob.delete("rooms/" + room + "/members/me").expect(204);
        ann.patch("rooms/" + room, Json.of("password", "very-secret")).expect(200);
        post(bob, room, Messages.of(id, "hello")).refused(403, "not_member");
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        post(bob, room, Messages.of(id, "hello")).refused(404, "not_found");
    }

    @Test
    void an_archived_room_takes_repeats_and_nothing_else() {
        String id = Person.newId();
        JsonNode first = post(bob, room, Messages.of(id, "hello")).expect(201);
        ann.patch("rooms/" + room, Json.of("archived", true)).expect(200);
        post(ann, room, Messages.of("an owner's")).refused(403, "forbidden");
        post(bob, room, Messages.of("a member's")).refused(403, "forbidden");
        assertEquals(first, post(bob, room, Messages.of(id, "hello")).expect(200));
        ann.patch("rooms/" + room, Json.of("archived", false)).expect(200);
        post(bob, room, Messages.of("again")).expect(201);
    }

    @Test
    void slow_mode_makes_members_wait_and_staff_not() {
        ann.patch("rooms/" + room, Json.of("slowModeSeconds", 600)).expect(200);
        String id = Person.newId();
        JsonNode first = post(bob, room, Messages.of(id, "one")).expect(201);
        var refused = post(bob, room, Messages.of("two"));
        long left = refused.refused(429, "rate_limited").path("retryAfter").asLong();
        assertTrue(left > 500 && left <= 600, "retryAfter is " + left);
        assertEquals(Long.toString(left), refused.header("Retry-After").orElse(""));
        assertEquals(first, post(bob, room, Messages.of(id, "one")).expect(200), "a repeat waits for nothing");
        post(ann, room, Messages.of("owners do not wait")).expect(201);
        post(ann, room, Messages.of("never")).expect(201);
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"));
        post(bob, room, Messages.of("nor do moderators")).expect(201);
        ann.patch("rooms/" + room, Json.of("slowModeSeconds", 0)).expect(200);
    }

    @Test
    void slow_mode_lets_through_one_of_many_that_come_at_once() {
        ann.patch("rooms/" + room, Json.of("slowModeSeconds", 600)).expect(200);
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            String frames = "[" + frame("one") + "," + frame("two") + "," + frame("three") + "]";
            socket.sendText(frames);
            socket.await("message_sent");
            for (int i = 0; i < 2; i++) {
                JsonNode error = socket.await("error");
                assertEquals("rate_limited", error.path("code").asText());
                assertTrue(error.path("retryAfter").asLong() > 500);
            }
        }
        assertEquals(2, head(ann, room), "the change to slow mode, and one message");
    }

    private ObjectNode frame(String body) {
        ObjectNode frame = Messages.of(body);
        frame.put("type", "send_message").put("room", room).put("ref", body);
        return frame;
    }

    @Test
    void what_is_malformed_does_not_count_for_slow_mode() {
        ann.patch("rooms/" + room, Json.of("slowModeSeconds", 600)).expect(200);
        post(bob, room, Messages.of("a").put("replyTo", 99)).refused(400, "invalid_request");
        post(bob, room, Messages.of("a").put("replyTo", 1)).expect(201);
    }

    @Test
    void all_faults_are_told_at_once() {
        ObjectNode message = Json.of("clientId", "x", "body", "a\u0000", "kind", "y", "replyTo", 0);
        JsonNode problem = post(ann, room, message).refused(400, "invalid_request");
        assertEquals(List.of("clientId", "body", "kind", "replyTo"), Json.wrongFields(problem));
    }

    @Test
    void the_first_that_holds_answers() {
        Person dora = cast.dora();
        String hidden = ann.post("rooms", Json.of("name", cast.unique("hidden"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
        ObjectNode malformed = Messages.of("not-an-id", "x");
        post(cast.stranger(), hidden, malformed).refused(401, "unauthenticated");
        post(dora, hidden, malformed).refused(400, "invalid_request");
        post(dora, hidden, Messages.of("x")).refused(404, "not_found");
        ann.patch("rooms/" + room, Json.of("archived", true, "slowModeSeconds", 600));
        post(dora, room, Messages.of("x")).refused(403, "not_member");
        post(bob, room, Messages.of("x")).refused(403, "forbidden");
    }

    @Test
    void an_admin_writes_where_they_are_a_member() {
        Person root = cast.root();
        post(root, room, Messages.of("x")).refused(403, "not_member");
        root.join(room);
        post(root, room, Messages.of("x")).expect(201);
    }

    @Test
    void a_room_is_written_to_by_name_in_any_case_and_by_id() {
        String id = ann.get("rooms/" + room).expect(200).path("id").asText();
        assertEquals(
                room, post(ann, id, Messages.of("x")).expect(201).path("room").asText());
        assertEquals(
                room,
                post(ann, room.toUpperCase(), Messages.of("x"))
                        .expect(201)
                        .path("room")
                        .asText());
        assertFalse(ann.get("rooms/" + id + "/messages")
                .expect(200)
                .path("messages")
                .isEmpty());
    }
}
