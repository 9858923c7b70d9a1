package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.rooms.Gathering.add;
import static org.parley.rooms.Gathering.gather;
import static org.parley.rooms.Gathering.names;
import static org.parley.rooms.Gathering.path;
import static org.parley.rooms.Gathering.people;
import static org.parley.rooms.Gathering.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Private rooms without a name: made for a set of people, who all own it. */
class CreatingGroupsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private final Person dora = cast.dora();

    @Test
    void its_people_own_it_and_it_has_no_name() {
        JsonNode room = gather(ann, bob, cem).expect(201);
        assertTrue(room.path("id").asText().matches("~[0-9a-z]+"), room.toString());
        assertTrue(room.path("name").isNull());
        assertEquals("private", room.path("kind").asText());
        assertEquals(ann.name(), room.path("owner").asText());
        assertEquals(0, room.path("head").asInt(-1));
        assertEquals(3, room.path("memberCount").asInt());
        assertFalse(room.has("peer"));
        assertEquals(names(ann, bob, cem), people(room));
        assertEquals("all", room.path("membership").path("notify").asText());
        String path = path(room);
        assertEquals(room, ann.get(path).expect(200));
        for (JsonNode member : bob.get(path + "/members").expect(200).path("members")) {
            assertEquals("owner", member.path("role").asText());
        }
    }

    @Test
    void the_same_people_get_the_same_room_whoever_asks() {
        JsonNode room = gather(ann, bob, cem).expect(201);
        assertEquals(room, gather(ann, cem, bob).expect(200));
        assertEquals(room.path("id"), gather(cem, ann, bob).expect(200).path("id"));
        assertEquals(
                room.path("id"),
                gather(bob, ann.name().toUpperCase(), cem.name(), ann.name(), bob.name())
                        .expect(200)
                        .path("id"));
        assertNotEquals(room.path("id"), gather(ann, bob, cem, dora).expect(201).path("id"));
    }

    @Test
    void of_many_who_ask_at_once_one_makes_it() {
        List<Answer> answers = IntStream.range(0, 9)
                .mapToObj(i -> List.of(ann, bob, cem).get(i % 3))
                .map(asker -> CompletableFuture.supplyAsync(() -> gather(asker, ann, bob, cem)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count(), answers.toString());
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.json().path("id"))
                        .distinct()
                        .count());
    }

    @Test
    void two_to_seven_others_make_one() {
        List<Person> others =
                IntStream.range(0, 8).mapToObj(i -> cast.register("p" + i)).toList();
        wrong("members", gather(ann, bob));
        wrong("members", gather(ann, bob, bob));
        wrong("members", gather(ann, ann, bob));
        wrong("members", gather(ann, new String[0]));
        wrong("members", gather(ann, others.toArray(Person[]::new)));
        assertEquals(
                8,
                gather(ann, others.subList(0, 7).toArray(Person[]::new))
                        .expect(201)
                        .path("memberCount")
                        .asInt());
    }

    @Test
    void what_a_room_without_a_name_cannot_have_is_refused() {
        List<String> two = List.of(bob.name(), cem.name());
        wrong("name", ann.post("rooms", Json.of("members", two, "visibility", "public")));
        wrong("name", ann.post("rooms", Json.of("visibility", "private")));
        wrong("visibility", ann.post("rooms", Json.of("members", two)));
        wrong(
                "password",
                ann.post("rooms", Json.of("members", two, "visibility", "private", "password", "very-secret")));
        wrong("members", ann.post("rooms", Json.of("name", cast.unique("x"), "members", two, "visibility", "private")));
        wrong(
                "members",
                ann.post("rooms", Json.of("members", Arrays.asList(bob.name(), null), "visibility", "private")));
        assertEquals(
                "lunch",
                ann.post("rooms", Json.of("members", two, "visibility", "private", "topic", " lunch "))
                        .expect(201)
                        .path("topic")
                        .asText());
    }

    @Test
    void nobody_is_brought_in_who_is_absent_disabled_or_has_blocked_the_caller() {
        gather(ann, bob.name(), cast.unique("nobody")).refused(404, "not_found");
        bob.put("blocks/" + ann.name(), Json.of()).expect(204);
        gather(ann, bob, cem).refused(403, "forbidden");
        String before = path(gather(bob, ann, cem).expect(201));
        assertEquals(before, path(gather(ann, bob, cem).expect(200)), "they share it already");

        cast.root()
                .patch("admin/users/" + dora.name(), Json.of("disabled", true))
                .expect(200);
        gather(ann, cem, dora).refused(409, "conflict");
        add(ann, before, dora).refused(409, "conflict");
        Person eve = cast.register("eve");
        eve.put("blocks/" + ann.name(), Json.of()).expect(204);
        add(ann, before, eve).refused(403, "forbidden");
        assertEquals("owner", add(bob, before, eve).expect(201).path("role").asText());
    }

    @Test
    void outsiders_do_not_find_it_by_any_route() {
        String id = gather(ann, bob, cem).expect(201).path("id").asText();
        for (Route route : Route.ALL) {
            route.call(dora, id).refused(404, "not_found");
        }
        assertFalse(dora.get("rooms?limit=200").expect(200).toString().contains(id));
        try (LiveSocket socket = dora.socket()) {
            assertEquals(
                    "not_found",
                    socket.ask("join_room", "room", id).path("code").asText());
        }
    }

    @Test
    void it_belongs_to_the_people_who_are_in_it_now() {
        String first = path(gather(ann, bob, cem).expect(201));
        add(ann, first, dora).expect(201);
        assertEquals(first, path(gather(dora, ann, bob, cem).expect(200)));
        String second = path(gather(ann, bob, cem).expect(201));
        assertNotEquals(first, second);
        dora.delete(first + "/members/me").expect(204);
        assertEquals(second, path(gather(ann, bob, cem).expect(200)), "the newer of two with the same people");
        bob.post(first.substring("rooms/".length()), "here I am");
        assertEquals(first, path(gather(ann, bob, cem).expect(200)), "the one with the newest message");
        ann.delete(first).expect(204);
        assertEquals(second, path(gather(ann, bob, cem).expect(200)));
        ann.delete(second).expect(204);
        gather(ann, bob, cem).expect(201);
    }
}
