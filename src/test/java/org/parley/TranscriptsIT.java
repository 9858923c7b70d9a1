package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** The contract, frame by frame, as people in a room see it. */
class TranscriptsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("r"));

    @Test
    void two_people_talk() {
        try (LiveSocket annSocket = ann.socket();
                LiveSocket bobSocket = bob.socket()) {
            JsonNode joined = annSocket.join(room);
            assertEquals(0, joined.path("head").asInt());
            assertEquals("owner", joined.path("role").asText());
            assertEquals(1, joined.path("onlineCount").asInt());
            assertEquals(ann.name(), joined.path("online").path(0).asText());

            assertEquals("member", bobSocket.join(room).path("role").asText());
            JsonNode came = annSocket.await("user_joined");
            assertEquals(bob.name(), came.path("usernames").path(0).asText());
            assertEquals(2, came.path("onlineCount").asInt());

            JsonNode sent = annSocket.say(room, "hello");
            JsonNode heard = bobSocket.await("new_message");
            assertEquals(1, heard.path("seq").asInt());
            assertEquals(sent, heard.path("message"), "both are shown the same");
            assertMessage(sent, "hello");
            annSocket.assertNone("new_message");
        }
    }

    private void assertMessage(JsonNode message, String body) {
        assertEquals(room, message.path("room").asText());
        assertEquals(body, message.path("body").asText());
        assertEquals("text", message.path("kind").asText());
        assertEquals(ann.name(), message.path("sender").path("username").asText());
        assertTrue(message.path("sender").path("avatarUrl").isNull());
        assertTrue(message.path("replyTo").isNull() && message.path("editedAt").isNull());
        for (String list : List.of("attachments", "mentions", "reactions")) {
            assertTrue(message.path(list).isArray() && message.path(list).isEmpty(), list);
        }
        assertFalse(message.path("deleted").asBoolean(true));
        assertFalse(message.path("pinned").asBoolean(true));
        assertTrue(message.path("createdAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    @Test
    void the_senders_second_tab_hears_what_the_first_one_sent() {
        try (LiveSocket first = ann.socket();
                LiveSocket second = ann.elsewhere().socket()) {
            first.join(room);
            second.join(room);
            JsonNode sent = first.say(room, "from the first tab");
            assertEquals(sent, second.await("new_message").path("message"));
            first.assertNone("new_message");
        }
    }

    @Test
    void what_was_sent_before_the_answer_got_lost_is_answered_by_its_first_message() {
        String clientId = Person.newId();
        try (LiveSocket lost = ann.socket()) {
            lost.join(room);
            lost.send(message(clientId, "first"));
            lost.await("message_sent");
        }
        try (LiveSocket annSocket = ann.socket();
                LiveSocket bobSocket = bob.socket()) {
            bobSocket.join(room);
            annSocket.send(Json.of("type", "join_room", "room", room, "since", 0, "ref", "1"));
            assertEquals(1, annSocket.await("room_joined").path("head").asInt());
            assertEquals(
                    clientId,
                    annSocket
                            .await("new_message")
                            .path("message")
                            .path("clientId")
                            .asText());
            assertEquals(1, annSocket.await("caught_up").path("seq").asInt());

            JsonNode again = annSocket.say(room, clientId, "other text");
            assertEquals(1, again.path("seq").asInt());
            assertEquals("first", again.path("body").asText());
            assertEquals(
                    1,
                    ann.post("rooms/" + room + "/messages", Json.of("clientId", clientId, "body", "by REST"))
                            .expect(200)
                            .path("seq")
                            .asInt());
            bobSocket.assertNone("new_message");
        }
    }

    private ObjectNode message(String clientId, String body) {
        return Json.of("type", "send_message", "room", room, "clientId", clientId, "body", body);
    }

    @Test
    void a_person_who_resumes_gets_the_numbers_after_his_own_and_then_what_comes() {
        bob.join(room);
        for (int i = 1; i <= 3; i++) {
            ann.post(room, "ann " + i);
            bob.post(room, "bob " + i);
        }
        try (LiveSocket cem = cast.cem().socket()) {
            cem.send(Json.of("type", "join_room", "room", room, "since", 1, "ref", "1"));
            assertEquals(6, cem.await("room_joined").path("head").asInt());
            List<JsonNode> replayed = new ArrayList<>();
            cem.await("caught_up", frame -> {
                if (frame.path("type").asText().equals("new_message")) {
                    replayed.add(frame);
                }
                return frame.path("type").asText().equals("caught_up");
            });
            ArrayNode events = (ArrayNode)
                    ann.get("rooms/" + room + "/log?after=1").expect(200).path("events");
            assertEquals(5, replayed.size());
            assertEquals(List.copyOf(replayed), frames(events), "the log is what the socket said");
            ann.post(room, "the seventh");
            assertEquals(7, cem.await("new_message").path("seq").asInt());
        }
    }

    private static List<JsonNode> frames(ArrayNode events) {
        List<JsonNode> frames = new ArrayList<>();
        events.forEach(frames::add);
        return frames;
    }

    @Test
    void a_person_who_knows_another_room_under_this_name_is_told_to_drop_all_of_it() {
        ann.post(room, "only");
        try (LiveSocket cem = cast.cem().socket()) {
            cem.send(Json.of("type", "join_room", "room", room, "since", 100, "ref", "1"));
            cem.await("room_joined");
            JsonNode gap = cem.await("gap");
            assertEquals(1, gap.path("from").asInt());
            assertEquals(0, gap.path("to").asInt());
            assertEquals(1, cem.await("new_message").path("seq").asInt());
            assertEquals(1, cem.await("caught_up").path("seq").asInt());
        }
    }

    @Test
    void a_person_who_left_may_not_write_and_may_come_back_where_strangers_may() {
        try (LiveSocket bobSocket = bob.socket()) {
            bobSocket.join(room);
            bobSocket.say(room, "inside");
            bob.delete("rooms/" + room + "/members/me").expect(204);
            JsonNode refused =
                    bobSocket.ask("send_message", "room", room, "clientId", Person.newId(), "body", "outside");
            assertEquals("not_member", refused.path("code").asText());
            bobSocket.join(room);
            assertEquals(2, bobSocket.say(room, "inside again").path("seq").asInt());
        }
    }

    @Test
    void a_rename_is_a_numbered_message_and_the_socket_stays() {
        String renamed = cast.unique("new");
        try (LiveSocket bobSocket = bob.socket()) {
            String id = bobSocket.join(room).path("id").asText();
            assertEquals(
                    renamed,
                    ann.patch("rooms/" + room, Json.of("name", renamed))
                            .expect(200)
                            .path("name")
                            .asText());
            JsonNode system = bobSocket.await("new_message");
            assertEquals(room, system.path("room").asText(), "by the name known so far");
            assertEquals("system", system.path("message").path("kind").asText());
            assertEquals(
                    Json.of("action", "name", "target", null, "value", renamed),
                    system.path("message").path("system"));
            JsonNode updated = bobSocket.await("room_updated");
            assertEquals(room, updated.path("room").asText());
            assertEquals(renamed, updated.path("update").path("name").asText());
            assertEquals(id, updated.path("update").path("id").asText());

            ann.post(renamed, "under the new name");
            assertEquals(renamed, bobSocket.await("new_message").path("room").asText());
            bobSocket.say(id, "the id is always right");
            JsonNode old = bobSocket.ask("send_message", "room", room, "clientId", Person.newId(), "body", "old");
            assertEquals("not_found", old.path("code").asText());
            bob.get("rooms/" + renamed + "/messages")
                    .expect(200)
                    .path("messages")
                    .forEach(message ->
                            assertEquals(renamed, message.path("room").asText()));
        }
    }

    @Test
    void the_last_owner_stays_until_there_is_another() {
        String members = "rooms/" + room + "/members/";
        bob.join(room);
        ann.delete(members + "me").refused(409, "conflict");
        ann.patch(members + ann.name(), Json.of("role", "member")).refused(409, "conflict");
        cast.root().patch(members + ann.name(), Json.of("role", "member")).refused(409, "conflict");

        ann.patch(members + bob.name(), Json.of("role", "owner")).expect(200);
        ann.patch(members + bob.name(), Json.of("role", "member")).refused(403, "forbidden");
        ann.patch(members + ann.name(), Json.of("role", "member")).expect(200);
        ann.delete(members + "me").expect(204);
    }

    @Test
    void marked_unread_counts_from_there_until_the_next_reading() {
        bob.join(room);
        for (int i = 1; i <= 12; i++) {
            ann.post(room, "message " + i);
        }
        bob.put("rooms/" + room + "/read", Json.of("seq", 12)).expect(204);
        bob.put("rooms/" + room + "/unread", Json.of("seq", 8)).expect(204);
        assertMembership(12, Json.of("n", 8).path("n"), 5);
        bob.put("rooms/" + room + "/read", Json.of("seq", 12)).expect(204);
        assertMembership(12, Json.of("n", null).path("n"), 0);
    }

    /** A mark takes effect within a second, so this asks until it does, for at most ten seconds. */
    private void assertMembership(int readSeq, JsonNode unreadFrom, int unread) {
        ObjectNode wanted = Json.of("readSeq", readSeq, "unreadFrom", unreadFrom, "unread", unread);
        JsonNode seen = null;
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            JsonNode membership = bob.get("rooms/" + room).expect(200).path("membership");
            seen = Json.of(
                    "readSeq", membership.path("readSeq"),
                    "unreadFrom", membership.path("unreadFrom"),
                    "unread", membership.path("unread"));
            if (wanted.equals(seen)) {
                return;
            }
        }
        assertEquals(wanted, seen);
    }
}
