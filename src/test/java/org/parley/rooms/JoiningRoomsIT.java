package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void a_password_lets_in_who_knows_it() {
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
    void a_private_room_is_not_found_by_strangers_and_joined_by_being_added() {
        String room = createPrivate();
        join(bob, room).refused(404, "not_found");
        JsonNode member = ann.post(
                        "rooms/" + room + "/members",
                        Json.of("username", bob.name().toUpperCase()))
                .expect(201);
        assertEquals(bob.name(), member.path("user").path("username").asText());
        assertEquals("member", member.path("role").asText());
        join(bob, room).expect(200);
    }

    @Test
    void who_is_added_needs_no_password_and_the_log_tells_it() {
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

    @Test
    void who_leaves_is_a_stranger_again() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        assertEquals(204, bob.delete("rooms/" + room + "/members/me").status());
        assertTrue(bob.get("rooms/" + room).expect(200).path("membership").isNull());
        bob.delete("rooms/" + room + "/members/me").refused(403, "not_member");
        String hidden = createPrivate();
        add(ann, hidden, bob.name()).expect(201);
        assertEquals(204, bob.delete("rooms/" + hidden + "/members/me").status());
        bob.delete("rooms/" + hidden + "/members/me").refused(404, "not_found");
    }

    @Test
    void coming_and_going_takes_no_number() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        bob.delete("rooms/" + room + "/members/me");
        assertEquals(0, head(room));
    }

    @Test
    void the_last_owner_stays() {
        String room = ann.createRoom(cast.unique("tea"));
        ann.delete("rooms/" + room + "/members/me").refused(409, "conflict");
        bob.join(room);
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "owner"))
                .expect(200);
        assertEquals(204, ann.delete("rooms/" + room + "/members/me").status());
        bob.delete("rooms/" + room + "/members/me").refused(409, "conflict");
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "owner"))
                .expect(200);
        List<Integer> statuses = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> (i == 0 ? ann : bob)
                        .delete("rooms/" + room + "/members/me")
                        .status())
                .sorted()
                .toList();
        assertEquals(List.of(204, 409), statuses);
    }

    @Test
    void who_joins_from_many_tabs_at_once_is_one_member() {
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

    private long head(String room) {
        return ann.get("rooms/" + room).expect(200).path("head").asLong();
    }

    private static Answer join(Person person, String room) {
        return person.post("rooms/" + room + "/members", Json.of());
    }

    private static Answer join(Person person, String room, String password) {
        return person.post("rooms/" + room + "/members", Json.of("password", password));
    }

    private static Answer add(Person person, String room, String username) {
        return person.post("rooms/" + room + "/members", Json.of("username", username));
    }
}
