package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class DeletingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void a_deleted_room_is_not_there_for_anyone_and_its_name_is_free_at_once() {
        String id = ann.get("rooms/" + room).expect(200).path("id").asText();
        bob.join(room);
        ann.post(room, "the last word");
        assertEquals(204, ann.delete("rooms/" + room).status());
        for (Person reader : List.of(ann, bob, cast.root())) {
            reader.get("rooms/" + room).refused(404, "not_found");
            reader.get("rooms/" + id).refused(404, "not_found");
        }
        ann.delete("rooms/" + room).refused(404, "not_found");
        JsonNode next =
                bob.post("rooms", Json.of("name", room, "visibility", "public")).expect(201);
        assertNotEquals(id, next.path("id").asText());
        assertEquals(0, next.path("head").asInt());
    }

    @Test
    void it_leaves_the_list() {
        bob.join(room);
        ann.delete("rooms/" + room);
        assertEquals(0, bob.get("rooms?query=" + room).expect(200).path("rooms").size());
        assertEquals(1, bob.get("rooms?filter=joined").expect(200).path("rooms").size());
    }

    @Test
    void names_it_had_before_are_free_too() {
        String later = cast.unique("coffee");
        ann.patch("rooms/" + room, Json.of("name", later)).expect(200);
        bob.post("rooms", Json.of("name", room, "visibility", "public")).refused(409, "room_name_taken");
        assertEquals(204, ann.delete("rooms/" + later).status());
        bob.post("rooms", Json.of("name", room, "visibility", "public")).expect(201);
    }

    @Test
    void owners_and_admins_delete_and_others_do_not() {
        bob.delete("rooms/" + room).refused(403, "not_member");
        bob.join(room);
        bob.delete("rooms/" + room).refused(403, "forbidden");
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        bob.delete("rooms/" + room).refused(403, "forbidden");
        assertEquals(204, cast.root().delete("rooms/" + room).status());
    }

    @Test
    void of_many_people_who_delete_at_once_one_does() {
        ann.patch("rooms/" + room, Json.of("topic", "soon gone")).expect(200);
        List<Integer> statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> ann.delete("rooms/" + room).status())
                .sorted()
                .toList();
        assertEquals(List.of(204, 404, 404, 404), statuses);
    }
}
