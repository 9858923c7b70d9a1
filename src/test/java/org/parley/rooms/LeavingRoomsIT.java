package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class LeavingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void a_person_who_leaves_is_a_stranger_again() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        assertEquals(204, bob.delete("rooms/" + room + "/members/me").status());
        assertTrue(bob.get("rooms/" + room).expect(200).path("membership").isNull());
        bob.delete("rooms/" + room + "/members/me").refused(403, "not_member");
        String hidden = ann.post("rooms", Json.of("name", cast.unique("hidden"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
        ann.post("rooms/" + hidden + "/members", Json.of("username", bob.name()))
                .expect(201);
        assertEquals(204, bob.delete("rooms/" + hidden + "/members/me").status());
        bob.delete("rooms/" + hidden + "/members/me").refused(404, "not_found");
    }

    @Test
    void coming_and_going_takes_no_number() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        bob.delete("rooms/" + room + "/members/me");
        assertEquals(0, ann.get("rooms/" + room).expect(200).path("head").asInt(-1));
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
}
