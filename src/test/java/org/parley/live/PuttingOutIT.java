package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.EventSource;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** What happens to open sockets when a person is kicked or banned: they receive nothing from that number on. */
@Tag("once")
class PuttingOutIT {
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
    void a_banned_person_is_told_on_each_socket_and_hears_nothing_more_of_the_room() {
        try (LiveSocket anns = ann.socket();
                LiveSocket watching = ann.socket();
                LiveSocket first = bob.socket();
                LiveSocket second = bob.elsewhere().socket();
                LiveSocket own = bob.privateSocket()) {
            anns.join(room);
            watching.join(room);
            first.join(room);
            second.join(room);
            LiveSocket.expect("done", anns.ask("ban_user", "room", room, "username", bob.name(), "reason", "spam"));
            // Not on the socket that asked, where it may come before the answer.
            assertEquals("ban", system(watching).path("action").asText());
            for (LiveSocket socket : List.of(first, second)) {
                assertSanctioned(socket.await("banned"), "spam");
            }
            JsonNode told = own.await("notification");
            assertEquals("banned", told.path("kind").asText());
            assertSanctioned(told, "spam");
            anns.send(Json.of("type", "typing_start", "room", room));
            ann.post(room, "he is gone");
            anns.send(Json.of("type", "mark_read", "room", room, "seq", 2));
            watching.await("user_left");
            first.assertNone("new_message", "user_typing", "receipt", "user_left", "banned");
            for (String request : List.of("join_room", "typing_start", "mark_read", "mark_delivered", "send_message")) {
                JsonNode refusal =
                        first.ask(request, "room", room, "seq", 1, "clientId", Person.newId(), "body", "hello");
                assertEquals("banned", refusal.path("code").asText(), request);
                assertEquals("spam", refusal.path("reason").asText());
            }
        }
    }

    @Test
    void of_messages_on_their_way_those_before_the_ban_are_told_and_the_others_refused() {
        Person cem = cast.cem();
        cem.join(room);
        try (LiveSocket bobs = bob.socket();
                LiveSocket cems = cem.socket()) {
            bobs.join(room);
            cems.join(room);
            ArrayNode frames = JsonNodeFactory.instance.arrayNode();
            for (int i = 1; i <= 100; i++) {
                frames.add(Many.frame(room, "number " + i).put("ref", i));
            }
            bobs.send(frames);
            ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
            List<Long> sent = new ArrayList<>();
            int refused = 0;
            while (sent.size() + refused < 100) {
                JsonNode answer = bobs.await("an answer", frame -> frame.has("ref"));
                if (answer.path("type").asText().equals("message_sent")) {
                    sent.add(answer.path("seq").asLong());
                } else {
                    assertEquals("banned", answer.path("code").asText());
                    refused++;
                }
            }
            JsonNode ban = cems.await("the ban", frame -> frame.path("message").has("system"));
            long last = ban.path("seq").asLong() - 1;
            assertTrue(sent.stream().allMatch(seq -> seq <= last), sent + " before " + last);
            assertEquals(last, sent.size());
        }
    }

    @Test
    void a_kicked_person_is_told_so_and_may_come_back() {
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket();
                LiveSocket own = bob.privateSocket()) {
            anns.join(room);
            bobs.join(room);
            LiveSocket.expect("done", anns.ask("kick_user", "room", room, "username", bob.name()));
            assertSanctioned(bobs.await("kicked"), null);
            assertEquals("kicked", own.await("notification").path("kind").asText());
            JsonNode refusal = bobs.ask("send_message", "room", room, "clientId", Person.newId(), "body", "hello");
            assertEquals("not_member", refusal.path("code").asText());
            bobs.join(room);
            bobs.say(room, "I am back");
        }
    }

    @Test
    void a_muted_person_is_told_so_and_reads_on() {
        try (LiveSocket bobs = bob.socket()) {
            bobs.join(room);
            ann.post("rooms/" + room + "/mutes", Json.of("username", bob.name(), "reason", "hush"))
                    .expect(201);
            assertEquals("mute", system(bobs).path("action").asText());
            assertSanctioned(bobs.await("muted"), "hush");
            JsonNode refusal = bobs.ask("send_message", "room", room, "clientId", Person.newId(), "body", "hello");
            assertEquals("muted", refusal.path("code").asText());
            ann.post(room, "read on");
            bobs.await("new_message");
        }
    }

    @Test
    void a_stream_of_events_ends_with_the_ban_as_well_and_resumes_after_it() {
        EventSource.Event last;
        try (EventSource events = EventSource.open(bob, "api/live?rooms=" + room, null)) {
            last = events.await("room_joined");
            ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
            assertSanctioned(events.await("banned").data(), null);
            ann.post(room, "he is gone");
            ann.write(bob, "psst");
            assertEquals(
                    "psst",
                    events.await("a message", event -> event.data().has("message"))
                            .data()
                            .path("message")
                            .path("body")
                            .asText());
        }
        try (EventSource events = EventSource.open(bob, "api/live?rooms=" + room, last.id())) {
            assertEquals("banned", events.await("error").data().path("code").asText());
        }
        ann.delete("rooms/" + room + "/bans/" + bob.name()).expect(204);
        try (EventSource events = EventSource.open(bob, "api/live?rooms=" + room, last.id())) {
            assertEquals(1, events.await("new_message").data().path("seq").asLong());
        }
    }

    @Test
    void a_person_who_is_answered_after_being_put_out_does_not_hear_of_it() {
        long asked = bob.post(room, "who comes?").path("seq").asLong();
        ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
        try (LiveSocket own = bob.privateSocket()) {
            ann.post("rooms/" + room + "/messages", Json.of("clientId", Person.newId(), "body", "I", "replyTo", asked))
                    .expect(201);
            // Told in the same order, so that it would have come before this.
            String another = ann.createRoom(cast.unique("attic"));
            ann.post("rooms/" + another + "/members", Json.of("username", bob.name()))
                    .expect(201);
            JsonNode told = own.await("notification");
            assertEquals("added", told.path("kind").asText(), told.toString());
        }
    }

    @Test
    void staff_frames_are_judged_as_rest_is() {
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            for (String request : List.of("kick_user", "ban_user")) {
                assertCode("forbidden", bobs.ask(request, "room", room, "username", ann.name()));
                assertCode("invalid_request", anns.ask(request, "room", room));
                assertCode("not_found", anns.ask(request, "room", room, "username", cast.unique("zed")));
                assertCode("not_found", anns.ask(request, "room", cast.unique("cellar"), "username", bob.name()));
            }
            assertCode("invalid_request", anns.ask("ban_user", "room", room, "username", bob.name(), "until", "soon"));
        }
    }

    private static void assertCode(String code, JsonNode refusal) {
        assertEquals(code, LiveSocket.expect("error", refusal).path("code").asText());
    }

    private void assertSanctioned(JsonNode frame, String reason) {
        assertEquals(room, frame.path("room").asText());
        assertEquals(ann.name(), frame.path("by").asText());
        assertEquals(
                reason,
                frame.path("reason").isNull() ? null : frame.path("reason").asText());
        assertTrue(frame.has("until") && frame.path("until").isNull(), frame.toString());
    }

    private static JsonNode system(LiveSocket socket) {
        return socket.await("a system message", frame -> frame.path("message").has("system"))
                .path("message")
                .path("system");
    }
}
