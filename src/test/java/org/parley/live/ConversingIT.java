package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Private messages on live/private: in both directions, on every socket of both people, and after an absence. */
@Tag("once")
class ConversingIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void a_message_reaches_every_socket_of_both_but_the_one_that_sent_it() {
        try (LiveSocket sending = ann.privateSocket();
                LiveSocket annsOther = ann.elsewhere().privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            JsonNode sent = LiveSocket.expect(
                    "message_sent", sending.ask("private_message", "to", bob.name(), "clientId", id(), "body", "hi"));
            assertEquals(bob.name(), sent.path("to").asText());
            assertFalse(sent.has("room"));
            assertEquals(1, sent.path("seq").asLong());
            assertEquals(bob.name(), sent.path("message").path("with").asText());

            JsonNode other = annsOther.await("private_message");
            assertEquals(bob.name(), other.path("with").asText());
            assertEquals(bob.name(), other.path("message").path("with").asText());
            JsonNode heard = bobs.await("private_message");
            assertEquals(ann.name(), heard.path("with").asText());
            assertEquals(ann.name(), heard.path("message").path("with").asText());
            assertTrue(heard.path("message").path("room").isNull());
            sending.assertNone("private_message");
        }
    }

    @Test
    void it_goes_both_ways_in_one_order() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            for (int i = 1; i <= 20; i++) {
                LiveSocket sender = i % 2 == 0 ? anns : bobs;
                LiveSocket hearer = i % 2 == 0 ? bobs : anns;
                assertEquals(i, say(sender, i % 2 == 0 ? bob : ann, "message " + i));
                assertEquals(i, hearer.await("private_message").path("seq").asLong());
            }
        }
    }

    @Test
    void what_comes_by_rest_is_heard_alike() {
        try (LiveSocket bobs = bob.privateSocket()) {
            ann.write(bob, "by rest");
            assertEquals(
                    "by rest",
                    bobs.await("private_message").path("message").path("body").asText());
        }
    }

    @Test
    void a_repeat_is_answered_with_the_first_and_heard_by_nobody() {
        String id = id();
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            anns.ask("private_message", "to", bob.name(), "clientId", id, "body", "first");
            bobs.await("private_message");
            JsonNode again = anns.ask("private_message", "to", bob.name(), "clientId", id, "body", "other");
            assertEquals("first", again.path("message").path("body").asText());
            assertEquals(2, say(anns, bob, "second"));
            assertEquals(2, bobs.await("private_message").path("seq").asLong());
        }
    }

    @Test
    void to_oneself_it_comes_on_the_other_socket() {
        try (LiveSocket one = ann.privateSocket();
                LiveSocket other = ann.privateSocket()) {
            assertEquals(1, say(one, ann, "note"));
            JsonNode heard = other.await("private_message");
            assertEquals(ann.name(), heard.path("with").asText());
            one.assertNone("private_message");
        }
    }

    @Test
    void refusals_are_answers_and_the_socket_stays() {
        try (LiveSocket anns = ann.privateSocket()) {
            refused(anns, "not_found", "to", cast.unique("zed"), "clientId", id(), "body", "hi");
            refused(anns, "invalid_request", "to", bob.name(), "clientId", "no id", "body", "hi");
            refused(anns, "invalid_request", "clientId", id(), "body", "hi");
            bob.put("blocks/" + ann.name(), Json.of()).expect(204);
            refused(anns, "forbidden", "to", bob.name(), "clientId", id(), "body", "hi");
            assertEquals(
                    "invalid_request",
                    anns.ask("join_room", "room", "main").path("code").asText());
            assertEquals("pong", anns.ask("ping").path("type").asText());
        }
    }

    @Test
    void nothing_private_reaches_anybody_else_or_comes_with_rooms() {
        try (LiveSocket doras = cast.dora().privateSocket();
                LiveSocket roots = cast.root().privateSocket();
                LiveSocket bobsRooms = bob.socket();
                LiveSocket bobs = bob.privateSocket()) {
            ann.write(bob, "a secret");
            bobs.await("private_message");
            doras.assertNone("private_message");
            roots.assertNone("private_message");
            bobsRooms.assertNone("private_message", "new_message");
        }
    }

    @Test
    void a_person_who_was_away_gets_what_came_in_order_and_then_what_comes() {
        Person cem = cast.cem();
        for (int i = 1; i <= 3; i++) {
            ann.write(bob, "from ann " + i);
        }
        cem.write(bob, "from cem");
        try (LiveSocket bobs = bob.privateSocket()) {
            List<JsonNode> frames = catchUp(bobs, Json.of());
            assertEquals(List.of(1L, 2L, 3L), with(frames, ann, "private_message"));
            assertEquals(List.of(1L), with(frames, cem, "private_message"));
            assertEquals(List.of(3L), with(frames, ann, "caught_up"));
            assertEquals(List.of(1L), with(frames, cem, "caught_up"));
            ann.write(bob, "from ann 4");
            assertEquals(4, bobs.await("private_message").path("seq").asLong());
        }
    }

    @Test
    void a_person_who_says_what_they_have_gets_what_follows() {
        for (int i = 1; i <= 5; i++) {
            ann.write(bob, "message " + i);
        }
        try (LiveSocket bobs = bob.privateSocket()) {
            List<JsonNode> frames = catchUp(bobs, Json.of(ann.name(), 3));
            assertEquals(List.of(4L, 5L), with(frames, ann, "private_message"));
            assertEquals(List.of(5L), with(frames, ann, "caught_up"));
            // Once more: the feed begins anew.
            assertEquals(List.of(2L, 3L, 4L, 5L), with(catchUp(bobs, Json.of(ann.name(), 1)), ann, "private_message"));
            assertEquals(List.of(), with(catchUp(bobs, Json.of(ann.name(), 5)), ann, "private_message"));
        }
    }

    @Test
    void a_person_who_does_not_say_gets_the_newest_fifty_after_what_was_delivered_and_a_gap_before_them() {
        try (LiveSocket anns = ann.privateSocket()) {
            for (int i = 1; i <= 120; i++) {
                say(anns, bob, "message " + i);
            }
        }
        bob.put("direct/" + ann.name() + "/delivered", Json.of("seq", 20)).expect(204);
        try (LiveSocket bobs = bob.privateSocket()) {
            // The mark may be told as late as here.
            List<JsonNode> frames = catchUp(bobs, Json.of()).stream()
                    .filter(frame -> !frame.path("type").asText().equals("receipt"))
                    .toList();
            JsonNode gap = frames.get(0);
            assertEquals("gap", gap.path("type").asText());
            assertEquals(ann.name(), gap.path("with").asText());
            assertEquals(21, gap.path("from").asLong());
            assertEquals(70, gap.path("to").asLong());
            assertEquals(Listeners.range(71, 120), with(frames, ann, "private_message"));
        }
    }

    @Test
    void what_is_above_the_head_is_a_gap() {
        ann.write(bob, "one");
        try (LiveSocket bobs = bob.privateSocket()) {
            List<JsonNode> frames = catchUp(bobs, Json.of(ann.name(), 7));
            JsonNode gap = frames.get(0);
            assertEquals("gap", gap.path("type").asText());
            assertEquals(1, gap.path("from").asLong());
            assertEquals(0, gap.path("to").asLong());
            assertEquals(List.of(1L), with(frames, ann, "private_message"));
        }
    }

    @Test
    void a_catch_up_that_is_no_good_is_refused() {
        try (LiveSocket bobs = bob.privateSocket()) {
            for (String since : List.of("5", "\"x\"", "[1]", "{\"ann\":-1}", "{\"ann\":\"x\"}", "{\"ann\":1.5}")) {
                ObjectNode request = Json.of("since", Json.read(since));
                JsonNode answer = bobs.ask("catch_up", "since", request.get("since"));
                assertEquals("invalid_request", answer.path("code").asText(), since);
            }
            assertEquals("done", bobs.ask("catch_up").path("type").asText());
        }
    }

    @Test
    void typing_and_reading_are_told_to_the_other() {
        ann.write(bob, "one");
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket annsOther = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            bobs.send(Json.of("type", "typing_start", "to", ann.name()));
            JsonNode typing = anns.await("user_typing");
            assertEquals(bob.name(), typing.path("with").asText());
            assertEquals(bob.name(), typing.path("username").asText());
            bobs.send(Json.of("type", "typing_stop", "to", ann.name()));
            assertEquals(
                    bob.name(), anns.await("user_stopped_typing").path("with").asText());

            bobs.send(Json.of("type", "mark_read", "to", ann.name(), "seq", 1));
            for (LiveSocket socket : List.of(anns, annsOther)) {
                JsonNode receipt = socket.await("receipt");
                assertEquals(bob.name(), receipt.path("with").asText());
                assertEquals(bob.name(), receipt.path("username").asText());
                assertEquals(1, receipt.path("deliveredSeq").asLong());
                assertEquals(1, receipt.path("readSeq").asLong());
            }
        }
    }

    @Test
    void a_blocked_person_is_not_seen_typing() {
        ann.write(bob, "one");
        bob.put("blocks/" + ann.name(), Json.of()).expect(204);
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            anns.send(Json.of("type", "typing_start", "to", bob.name()));
            anns.ask("ping");
            bobs.send(Json.of("type", "typing_start", "to", ann.name()));
            anns.await("user_typing");
            bobs.assertNone("user_typing");
        }
    }

    private static long say(LiveSocket socket, Person to, String body) {
        JsonNode answer = socket.ask("private_message", "to", to.name(), "clientId", id(), "body", body);
        return LiveSocket.expect("message_sent", answer).path("seq").asLong();
    }

    private static void refused(LiveSocket socket, String code, Object... fields) {
        assertEquals(code, socket.ask("private_message", fields).path("code").asText());
    }

    private static String id() {
        return Person.newId();
    }

    private static List<JsonNode> catchUp(LiveSocket socket, ObjectNode since) {
        socket.send(Json.of("type", "catch_up", "since", since, "ref", "c"));
        return Listeners.until(socket, "done");
    }

    /** The numbers in a conversation's frames of a type. */
    private static List<Long> with(List<JsonNode> frames, Person other, String type) {
        return frames.stream()
                .filter(frame -> Listeners.is(frame, type))
                .filter(frame -> frame.path("with").asText().equals(other.name()))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }
}
