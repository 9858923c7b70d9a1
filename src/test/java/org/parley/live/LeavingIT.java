package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

@Tag("once")
class LeavingIT {
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
    void this_socket_stops_listening_and_membership_stays() {
        try (LiveSocket left = bob.socket();
                LiveSocket stays = bob.socket()) {
            left.join(room);
            stays.join(room);
            assertEquals(room, leave(left).path("room").asText());
            ann.post(room, "one");
            stays.await("new_message");
            left.assertNone("new_message");
            assertEquals(2, left.say(room, "a member still").path("seq").asLong());
            left.join(room);
            ann.post(room, "three");
            left.await("new_message");
        }
    }

    @Test
    void leaving_twice_or_where_one_never_listened_is_answered_alike() {
        try (LiveSocket socket = bob.socket()) {
            leave(socket);
            socket.join(room);
            leave(socket);
            leave(socket);
        }
    }

    @Test
    void of_a_room_that_one_cannot_see_nothing_is_learnt_by_leaving() {
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        try (LiveSocket socket = cast.dora().socket()) {
            JsonNode hidden = socket.ask("leave_room", "room", room);
            JsonNode absent = socket.ask("leave_room", "room", cast.unique("absent"));
            assertEquals("not_found", hidden.path("code").asText());
            assertEquals(absent.path("detail"), hidden.path("detail"));
        }
    }

    @Test
    void a_person_who_gives_up_membership_is_told_nothing_more_on_any_socket() {
        try (LiveSocket one = bob.socket();
                LiveSocket two = bob.socket();
                LiveSocket ann1 = ann.socket()) {
            one.join(room);
            two.join(room);
            ann1.join(room);
            bob.delete("rooms/" + room + "/members/me").expect(204);
            ann1.await("user_left");
            ann.post(room, "one");
            ann1.await("new_message");
            one.assertNone("new_message");
            two.assertNone("new_message");
            JsonNode refused =
                    one.ask("send_message", "room", room, "clientId", Person.newId(), "body", "no longer a member");
            assertEquals("not_member", refused.path("code").asText());
            assertEquals(
                    "not_member",
                    one.ask("typing_start", "room", room).path("code").asText());
            assertEquals(
                    "not_member",
                    one.ask("mark_read", "room", room, "seq", 1).path("code").asText());
        }
    }

    @Test
    void the_last_word_of_a_room_is_that_it_was_deleted() {
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            ann.delete("rooms/" + room).expect(204);
            JsonNode deleted = socket.await("room_deleted");
            assertEquals(room, deleted.path("room").asText());
            assertEquals(ann.name(), deleted.path("by").asText());
            assertEquals(
                    "not_found",
                    socket.ask("join_room", "room", room).path("code").asText());
        }
    }

    private JsonNode leave(LiveSocket socket) {
        return LiveSocket.expect("room_left", socket.ask("leave_room", "room", room));
    }
}
