package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class LobbyIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person root = cast.root();

    @Test
    void everybody_is_a_member_from_their_registration_on() {
        for (Person person : List.of(ann, cast.bob(), root)) {
            JsonNode lobby = person.get("rooms/main").expect(200);
            assertEquals("member", lobby.path("membership").path("role").asText());
            assertEquals("public", lobby.path("kind").asText());
            assertTrue(lobby.path("owner").isNull());
        }
    }

    @Test
    void a_newcomer_has_nothing_unread() {
        ann.post("main", "before bob came");
        JsonNode lobby = cast.bob().get("rooms/main").expect(200);
        assertEquals(lobby.path("head"), lobby.path("membership").path("readSeq"));
        assertEquals(0, lobby.path("membership").path("unread").asInt(-1));
    }

    @Test
    void nobody_leaves_deletes_or_renames_it_or_makes_it_private() {
        ann.delete("rooms/main/members/me").refused(403, "forbidden");
        for (Person person : List.of(ann, root)) {
            person.delete("rooms/main").refused(403, "forbidden");
            person.patch("rooms/main", Json.of("name", cast.unique("lobby"))).refused(403, "forbidden");
            person.patch("rooms/main", Json.of("visibility", "private")).refused(403, "forbidden");
        }
        root.delete("rooms/main/members/me").refused(403, "forbidden");
    }

    @Test
    void nobody_owns_it_but_an_admin_names_moderators() {
        String bob = cast.bob().name();
        ann.patch("rooms/main/members/" + bob, Json.of("role", "moderator")).refused(403, "forbidden");
        root.patch("rooms/main/members/" + bob, Json.of("role", "owner")).refused(403, "forbidden");
        root.patch("rooms/main/members/" + bob, Json.of("role", "moderator")).expect(200);
        root.patch("rooms/main/members/" + bob, Json.of("role", "member")).expect(200);
    }

    @Test
    void an_admin_sets_its_topic() {
        String topic = cast.unique("welcome");
        ann.patch("rooms/main", Json.of("topic", topic)).refused(403, "forbidden");
        assertEquals(
                topic,
                root.patch("rooms/main", Json.of("topic", topic))
                        .expect(200)
                        .path("topic")
                        .asText());
    }
}
