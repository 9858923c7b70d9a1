package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

@Tag("once")
class TypingIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;
    private LiveSocket anns;
    private LiveSocket bobs;

    @BeforeEach
    void both_listen_to_a_room() {
        room = ann.createRoom(cast.unique("tea"));
        anns = ann.socket();
        bobs = bob.socket();
        anns.join(room);
        bobs.join(room);
    }

    @AfterEach
    void both_go() {
        anns.close();
        bobs.close();
    }

    @Test
    void the_others_see_who_types_until_they_stop() {
        try (LiveSocket second = bob.socket()) {
            second.join(room);
            type(bobs, "typing_start");
            assertTyping("user_typing");
            type(bobs, "typing_stop");
            assertTyping("user_stopped_typing");
            bobs.assertNone("user_typing", "user_stopped_typing");
            second.assertNone("user_typing", "user_stopped_typing");
        }
    }

    @Test
    void a_person_who_goes_on_typing_is_told_of_once() {
        type(bobs, "typing_start");
        assertTyping("user_typing");
        type(bobs, "typing_start");
        type(bobs, "typing_start");
        type(bobs, "typing_stop");
        JsonNode next = anns.await(
                "the next of typing", frame -> frame.path("type").asText().contains("typing"));
        assertEquals("user_stopped_typing", next.path("type").asText());
    }

    @Test
    void typing_ends_by_itself() {
        type(bobs, "typing_start");
        assertTyping("user_typing");
        assertTyping("user_stopped_typing");
    }

    @Test
    void a_person_who_has_sent_types_no_more() {
        type(bobs, "typing_start");
        assertTyping("user_typing");
        bobs.say(room, "there");
        assertTyping("user_stopped_typing");
        type(bobs, "typing_start");
        assertTyping("user_typing");
        bob.post(room, "by REST");
        assertTyping("user_stopped_typing");
    }

    @Test
    void a_person_who_goes_types_no_more() {
        type(bobs, "typing_start");
        assertTyping("user_typing");
        bobs.abort();
        assertTyping("user_stopped_typing");
    }

    @Test
    void nobody_sees_the_muted_type_nor_anybody_in_an_archived_room() {
        ann.post("rooms/" + room + "/mutes", Json.of("username", bob.name())).expect(201);
        type(bobs, "typing_start");
        bobs.drain();
        Person dora = cast.dora();
        try (LiveSocket cems = cast.cem().socket();
                LiveSocket doras = dora.socket()) {
            cems.join(room);
            doras.join(room);
            ann.patch("rooms/" + room, Json.of("archived", true)).expect(200);
            type(cems, "typing_start");
            cems.drain();
            ann.patch("rooms/" + room, Json.of("archived", false)).expect(200);
            type(doras, "typing_start");
            assertEquals(dora.name(), anns.await("user_typing").path("username").asText(), "the first who types");
        }
    }

    @Test
    void only_members_type() {
        try (LiveSocket doras = cast.dora().socket()) {
            assertEquals(
                    "not_member",
                    doras.ask("typing_start", "room", room).path("code").asText());
            assertEquals(
                    "not_found",
                    doras.ask("typing_start", "room", cast.unique("absent"))
                            .path("code")
                            .asText());
        }
        bobs.send(Json.of("type", "typing_start", "room", room));
        assertTyping("user_typing");
    }

    private void type(LiveSocket socket, String type) {
        socket.send(Json.of("type", type, "room", room));
    }

    private void assertTyping(String type) {
        JsonNode frame = anns.await(type);
        assertEquals(room, frame.path("room").asText());
        assertEquals(bob.name(), frame.path("username").asText());
    }
}
