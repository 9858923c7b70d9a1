package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** People who have exchanged messages learn whether the other is online. */
@Tag("once")
class TellingPresenceIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @BeforeEach
    void they_have_talked() {
        ann.write(bob, "hello");
    }

    @Test
    void a_person_who_comes_is_away_and_goes() {
        try (LiveSocket anns = ann.privateSocket()) {
            LiveSocket bobs = bob.socket();
            assertPresence(anns, "online");
            bobs.send(Json.of("type", "set_presence", "state", "idle"));
            assertPresence(anns, "away");
            bobs.send(Json.of("type", "set_presence", "state", "active"));
            assertPresence(anns, "online");
            bobs.close();
            JsonNode gone = assertPresence(anns, "offline");
            assertTrue(gone.path("lastSeenAt").isTextual());
            assertEquals(
                    gone.path("lastSeenAt"),
                    ann.get("users/" + bob.name()).expect(200).path("lastSeenAt"));
        }
    }

    @Test
    void one_is_away_when_every_device_is() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket one = bob.socket();
                LiveSocket other = bob.privateSocket()) {
            assertPresence(anns, "online");
            one.send(Json.of("type", "set_presence", "state", "idle"));
            one.ask("ping");
            assertEquals("online", presenceOf(bob));
            other.send(Json.of("type", "set_presence", "state", "idle"));
            assertPresence(anns, "away");
        }
    }

    @Test
    void a_person_who_comes_back_soon_was_never_away() {
        try (LiveSocket anns = ann.privateSocket()) {
            LiveSocket first = bob.privateSocket();
            assertPresence(anns, "online");
            first.abort();
            try (LiveSocket second = bob.privateSocket()) {
                second.send(Json.of("type", "set_presence", "state", "idle"));
                assertPresence(anns, "away");
            }
        }
    }

    @Test
    void a_person_who_never_talked_with_them_hears_nothing() {
        Person dora = cast.dora();
        try (LiveSocket doras = dora.privateSocket();
                LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.socket()) {
            assertPresence(anns, "online");
            bobs.ask("ping");
            doras.assertNone("presence");
        }
    }

    private String presenceOf(Person person) {
        return ann.get("users/" + person.name()).expect(200).path("presence").asText();
    }

    /** The next news of bob is that. */
    private JsonNode assertPresence(LiveSocket socket, String state) {
        JsonNode frame = socket.await("presence");
        assertEquals(bob.name(), frame.path("username").asText());
        assertEquals(state, frame.path("presence").asText());
        return frame;
    }
}
