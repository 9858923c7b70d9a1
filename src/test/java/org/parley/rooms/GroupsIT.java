package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.rooms.Gathering.add;
import static org.parley.rooms.Gathering.gather;
import static org.parley.rooms.Gathering.names;
import static org.parley.rooms.Gathering.path;
import static org.parley.rooms.Gathering.people;
import static org.parley.rooms.Gathering.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** What the people of a room without a name see of it, and what becomes of it. */
class GroupsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private final Person dora = cast.dora();

    @Test
    void it_is_listed_among_the_conversations_until_it_has_a_name() {
        JsonNode room = gather(ann, bob, cem).expect(201);
        ann.write(bob, "hello");
        assertEquals(List.of("direct", "private"), kinds(ann.get("direct")));
        ann.post(room.path("id").asText(), "hello, all");
        assertEquals(List.of("private", "direct"), kinds(ann.get("direct")));
        assertEquals(List.of("private"), kinds(ann.get("direct?kind=private")));
        assertEquals(List.of("direct"), kinds(ann.get("direct?kind=direct")));
        ann.get("direct?kind=public").refused(400, "invalid_request");
        JsonNode listed = cem.get("direct").expect(200).path("conversations").path(0);
        assertEquals(names(ann, bob, cem), people(listed));
        assertEquals(1, listed.path("membership").path("unread").asInt());
        assertEquals(List.of("main"), joined(ann));

        String name = cast.unique("plans");
        JsonNode named = bob.patch(path(room), Json.of("name", name)).expect(200);
        assertEquals(name, named.path("name").asText());
        assertFalse(named.has("people"));
        assertEquals(List.of("direct"), kinds(ann.get("direct")));
        assertEquals(Set.of("main", name), Set.copyOf(joined(ann)));
        assertEquals(room.path("id"), ann.get("rooms/" + name).expect(200).path("id"));
        assertEquals(201, gather(ann, bob, cem).status(), "these people have no room without a name any more");
    }

    @Test
    void frames_and_messages_call_it_by_its_id_until_it_has_a_name() {
        String id = gather(ann, bob, cem).expect(201).path("id").asText();
        try (LiveSocket bobs = bob.socket()) {
            assertEquals(id, bobs.join(id).path("room").asText());
            JsonNode said = ann.post(id, "hello");
            assertEquals(id, said.path("room").asText());
            assertEquals(said, bobs.await("new_message").path("message"));
            String name = cast.unique("plans");
            cem.patch("rooms/" + id, Json.of("name", name)).expect(200);
            JsonNode updated = bobs.await("room_updated");
            assertEquals(id, updated.path("room").asText());
            assertEquals(name, updated.path("update").path("name").asText());
            ann.post(id, "again");
            assertEquals(name, bobs.await("new_message").path("room").asText());
        }
    }

    @Test
    void its_people_are_told_of_it_and_of_its_people() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            String id = gather(ann, bob, cem).expect(201).path("id").asText();
            JsonNode added = notification(bobs, "added");
            assertEquals(id, added.path("room").asText());
            assertEquals(ann.name(), added.path("by").asText());
            assertEquals(id, notification(anns, "joined").path("room").asText());
            add(ann, "rooms/" + id, dora).expect(201);
            assertEquals(
                    names(ann, bob, cem, dora),
                    people(notification(bobs, "room").path("update")));
            cem.delete("rooms/" + id + "/members/me").expect(204);
            assertEquals(
                    names(ann, bob, dora), people(notification(bobs, "room").path("update")));
        }
    }

    @Test
    void it_holds_eight_people_until_it_has_a_name() {
        List<Person> seven =
                IntStream.range(0, 7).mapToObj(i -> cast.register("p" + i)).toList();
        String room = path(gather(ann, seven.toArray(Person[]::new)).expect(201));
        String code =
                ann.post(room + "/invites", Json.of()).expect(201).path("code").asText();
        assertTrue(dora.get("invites/" + code).expect(200).path("room").isNull());
        add(ann, room, dora).refused(409, "conflict");
        dora.post("invites/" + code, Json.of()).refused(409, "conflict");
        seven.get(0).delete(room + "/members/me").expect(204);
        add(ann, room, dora).expect(201);
        ann.patch(room, Json.of("name", cast.unique("crowd"))).expect(200);
        add(ann, room, bob).expect(201);
    }

    @Test
    void it_stays_private_until_it_has_a_name_and_keeps_the_last_owner() {
        String room = path(gather(ann, bob, cem).expect(201));
        wrong("name", ann.patch(room, Json.of("visibility", "public")));
        wrong("name", ann.patch(room, Json.of("name", null)));
        bob.delete(room + "/members/" + ann.name()).refused(403, "forbidden");
        bob.delete(room + "/members/me").expect(204);
        cem.delete(room + "/members/me").expect(204);
        ann.delete(room + "/members/me").refused(409, "conflict");
        ann.patch(room, Json.of("visibility", "public", "name", cast.unique("open")))
                .expect(200);
        assertEquals("public", dora.get(room).expect(200).path("kind").asText());
    }

    @Test
    void an_administrator_finds_it_by_its_id_as_every_private_room() {
        String id = gather(ann, bob, cem).expect(201).path("id").asText();
        JsonNode rooms = cast.root()
                .get("admin/rooms?query=" + Segment.of(id))
                .expect(200)
                .path("rooms");
        assertEquals(1, rooms.size());
        assertEquals(id, rooms.path(0).path("id").asText());
        assertEquals(names(ann, bob, cem), people(rooms.path(0)));
        assertEquals(
                "not_member",
                cast.root()
                        .post("rooms/" + id + "/messages", Messages.of("hello"))
                        .code());
    }

    @Test
    void what_is_one_member_s_own_works_in_it() {
        JsonNode room = gather(ann, bob, cem).expect(201);
        String id = room.path("id").asText();
        ann.put(path(room) + "/favourite", Json.of("favourite", true)).expect(204);
        ann.put(path(room) + "/notify", Json.of("notify", "none")).expect(204);
        ann.put(path(room) + "/draft", Json.of("body", "half a thought", "revision", 0))
                .expect(200);
        assertEquals(
                id,
                ann.get("drafts")
                        .expect(200)
                        .path("drafts")
                        .path(0)
                        .path("room")
                        .asText());
        long seq = bob.post(id, "@" + ann.name() + " come").path("seq").asLong();
        JsonNode item = ann.get("activity").expect(200).path("items").path(0);
        assertEquals(id, item.path("room").asText());
        assertEquals(seq, item.path("seq").asLong());
        JsonNode membership = ann.get(path(room)).expect(200).path("membership");
        assertTrue(membership.path("favourite").asBoolean());
        assertEquals("none", membership.path("notify").asText());
        assertEquals(1, membership.path("mentions").asInt());
    }

    private static List<String> kinds(Answer direct) {
        return each(direct.expect(200).path("conversations"), "kind");
    }

    private static List<String> joined(Person person) {
        return each(person.get("rooms?filter=joined").expect(200).path("rooms"), "name");
    }

    private static List<String> each(JsonNode rooms, String field) {
        List<String> values = new ArrayList<>();
        rooms.forEach(room -> values.add(room.path(field).asText()));
        return values;
    }

    private static JsonNode notification(LiveSocket socket, String kind) {
        return socket.await(
                "notification " + kind, frame -> frame.path("kind").asText().equals(kind));
    }
}
