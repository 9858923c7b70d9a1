package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class JoiningRoomsIT {
    private static final String PASSWORD = "very-secret";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person dora = cast.dora();

    @Test
    void anyone_joins_a_public_room_once() {
        String room = ann.createRoom(cast.unique("tea"));
        JsonNode joined = join(bob, room).expect(201);
        assertEquals("member", joined.path("membership").path("role").asText());
        assertEquals(2, joined.path("memberCount").asInt());
        assertEquals(joined, join(bob, room).expect(200));
    }

    @Test
    void joining_needs_no_body() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.raw("POST", "rooms/" + room + "/members", "application/json", BodyPublishers.noBody())
                .expect(201);
    }

    @Test
    void what_was_said_before_is_read() {
        String room = ann.createRoom(cast.unique("tea"));
        ann.post(room, "one");
        ann.post(room, "two");
        JsonNode membership = join(bob, room).expect(201).path("membership");
        assertEquals(2, membership.path("readSeq").asInt());
        assertEquals(2, membership.path("deliveredSeq").asInt());
        assertEquals(0, membership.path("unread").asInt());
    }

    @Test
    void a_password_lets_in_people_who_know_it() {
        String room = createWithPassword();
        join(bob, room).refused(403, "wrong_room_password");
        join(bob, room, "very-secret2").refused(403, "wrong_room_password");
        join(bob, room, "x").refused(403, "wrong_room_password");
        join(bob, room, "x".repeat(1000)).refused(403, "wrong_room_password");
        join(bob, room, PASSWORD).expect(201);
        join(bob, room).expect(200);
        join(bob, room, "no longer asked").expect(200);
    }

    @Test
    void an_admin_joins_as_anyone_does() {
        Person root = cast.root();
        String room = createWithPassword();
        join(root, room).refused(403, "wrong_room_password");
        join(root, room, PASSWORD).expect(201);
        String hidden = createPrivate();
        join(root, hidden).refused(403, "forbidden");
        root.post("rooms/" + hidden + "/members", Json.of("username", Cast.ROOT_NAME))
                .expect(201);
    }

    @Test
    void a_person_who_joins_from_many_tabs_at_once_is_one_member() {
        String room = ann.createRoom(cast.unique("tea"));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> join(bob, room).status())
                .sorted()
                .toList();
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), statuses);
        assertEquals(2, ann.get("rooms/" + room).expect(200).path("memberCount").asInt());
    }

    private String createWithPassword() {
        return ann.post("rooms", Json.of("name", cast.unique("tea"), "visibility", "public", "password", PASSWORD))
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

    private static Answer join(Person person, String room) {
        return person.post("rooms/" + room + "/members", Json.of());
    }

    private static Answer join(Person person, String room, String password) {
        return person.post("rooms/" + room + "/members", Json.of("password", password));
    }
}
