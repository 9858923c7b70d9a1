package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** A member's own arrangement of their list, and how the member's other devices learn of it. */
class FavouritesIT {
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
    void a_member_chooses_a_favourite_and_nobody_else_sees_it() {
        favour(bob, "rooms/" + room, true);
        assertTrue(favourite(bob, "rooms/" + room));
        assertTrue(bob.get("rooms?filter=joined&query=" + room)
                .expect(200)
                .at("/rooms/0/membership/favourite")
                .asBoolean());
        assertFalse(favourite(ann, "rooms/" + room));
        favour(bob, "rooms/" + room, false);
        assertFalse(favourite(bob, "rooms/" + room));
        assertEquals(0, ann.get("rooms/" + room).expect(200).path("head").asInt(-1), "it takes no number");
    }

    @Test
    void only_members_have_favourites() {
        JsonNode wanted = Json.of("favourite", true);
        cast.dora().put("rooms/" + room + "/favourite", wanted).refused(403, "not_member");
        cast.root().put("rooms/" + room + "/favourite", wanted).refused(403, "not_member");
        bob.put("rooms/" + room + "/favourite", Json.of()).refused(400, "invalid_request");
        bob.put("rooms/" + room + "/favourite", Json.of("favourite", "perhaps")).expect(400);
        bob.put("rooms/nowhere-at-all/favourite", wanted).refused(404, "not_found");
        bob.put("direct/" + cast.unique("nobody") + "/favourite", wanted).refused(404, "not_found");
    }

    @Test
    void a_conversation_is_a_favourite_of_one_side_even_before_it_begins() {
        favour(bob, "direct/" + ann.name(), true);
        assertTrue(favourite(bob, "direct/" + ann.name()));
        assertFalse(favourite(ann, "direct/" + bob.name()));
        assertEquals(0, ann.get("direct").expect(200).path("conversations").size());
        ann.write(bob, "hello");
        assertTrue(bob.get("direct")
                .expect(200)
                .at("/conversations/0/membership/favourite")
                .asBoolean());
    }

    @Test
    void it_outlives_a_ban_and_not_a_departure() {
        favour(bob, "rooms/" + room, true);
        ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
        ann.delete("rooms/" + room + "/bans/" + bob.name()).expect(204);
        assertTrue(favourite(bob, "rooms/" + room));
        bob.delete("rooms/" + room + "/members/me").expect(204);
        bob.join(room);
        assertFalse(favourite(bob, "rooms/" + room));
    }

    @Test
    void all_devices_of_the_member_are_told_and_nobody_else_is() {
        try (LiveSocket bobs = bob.privateSocket();
                LiveSocket elsewhere = bob.elsewhere().privateSocket();
                LiveSocket anns = ann.privateSocket()) {
            favour(bob, "rooms/" + room, true);
            for (LiveSocket socket : new LiveSocket[] {bobs, elsewhere}) {
                JsonNode told = chosen(socket);
                assertEquals(room, told.path("room").asText());
                assertEquals(bob.get("rooms/" + room).expect(200).path("id"), told.path("id"));
                assertTrue(told.path("favourite").asBoolean());
                assertEquals("mentions", told.path("notify").asText());
            }
            favour(bob, "rooms/" + room, true);
            bob.put("rooms/" + room + "/notify", Json.of("notify", "none")).expect(204);
            assertEquals("none", chosen(elsewhere).path("notify").asText(), "a repeat was not told");
            favour(bob, "direct/" + ann.name(), true);
            JsonNode told = chosen(elsewhere);
            assertEquals(ann.name(), told.path("with").asText());
            assertTrue(told.path("favourite").asBoolean());
            assertFalse(anns.drain().stream()
                    .anyMatch(frame -> frame.path("kind").asText().equals("membership")));
        }
    }

    private static void favour(Person person, String where, boolean favourite) {
        person.put(where + "/favourite", Json.of("favourite", favourite)).expect(204);
    }

    private static boolean favourite(Person person, String where) {
        return person.get(where).expect(200).at("/membership/favourite").asBoolean();
    }

    private static JsonNode chosen(LiveSocket socket) {
        return socket.await(
                "notification membership", frame -> frame.path("kind").asText().equals("membership"));
    }
}
