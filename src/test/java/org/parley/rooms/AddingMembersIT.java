package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class AddingMembersIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person dora = cast.dora();

    @Test
    void a_private_room_is_not_found_by_strangers_and_joined_by_being_added() {
        String room = createPrivate();
        bob.post("rooms/" + room + "/members", Json.of()).refused(404, "not_found");
        JsonNode member = ann.post(
                        "rooms/" + room + "/members",
                        Json.of("username", bob.name().toUpperCase()))
                .expect(201);
        assertEquals(bob.name(), member.path("user").path("username").asText());
        assertEquals("member", member.path("role").asText());
        bob.post("rooms/" + room + "/members", Json.of()).expect(200);
    }

    @Test
    void a_person_who_is_added_needs_no_password_and_the_log_tells_it() {
        String room = createWithPassword();
        ann.post("rooms/" + room + "/members", Json.of("username", bob.name())).expect(201);
        JsonNode newest = ann.get("rooms/" + room).expect(200).path("lastMessage");
        assertEquals("add", newest.path("system").path("action").asText());
        assertEquals(bob.name(), newest.path("system").path("target").asText());
        assertEquals(ann.name(), newest.path("sender").path("username").asText());
    }

    @Test
    void adding_a_member_again_leaves_no_trace() {
        String room = ann.createRoom(cast.unique("tea"));
        add(ann, room, bob.name()).expect(201);
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        long head = head(room);
        assertEquals(
                "moderator", add(ann, room, bob.name()).expect(201).path("role").asText());
        assertEquals(head, head(room));
    }

    @Test
    void owners_and_moderators_add_and_others_do_not() {
        String room = ann.createRoom(cast.unique("tea"));
        add(dora, room, bob.name()).refused(403, "not_member");
        bob.join(room);
        add(bob, room, dora.name()).refused(403, "forbidden");
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        add(bob, room, dora.name()).expect(201);
        add(bob, room, cast.unique("nobody")).refused(404, "not_found");
        add(cast.root(), room, cast.cem().name()).expect(201);
    }

    private String createWithPassword() {
        return ann.post("rooms", Json.of("name", cast.unique("tea"), "visibility", "public", "password", "very-secret"))
                .expect(201)
                .path("name")
                .asText();
    }

    private String createPrivate() {
        return ann.post("rooms", Json.of("name", cast.unique("hidden"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
    }

    private long head(String room) {
        return ann.get("rooms/" + room).expect(200).path("head").asLong();
    }

    private static Answer add(Person person, String room, String username) {
        return person.post("rooms/" + room + "/members", Json.of("username", username));
    }
}
