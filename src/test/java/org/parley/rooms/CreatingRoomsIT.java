package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

class CreatingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void the_creator_owns_the_room() {
        String name = cast.unique("Tea");
        JsonNode room = ann.post(
                        "rooms", Json.of("name", name, "topic", " green \r\nand black ", "visibility", "public"))
                .expect(201);
        assertTrue(room.path("id").asText().matches("~[0-9a-z]+"), room.toString());
        assertEquals(name, room.path("name").asText());
        assertEquals("green \nand black", room.path("topic").asText());
        assertEquals("public", room.path("kind").asText());
        assertFalse(room.path("hasPassword").asBoolean(true));
        assertEquals(ann.name(), room.path("owner").asText());
        assertFalse(room.path("archived").asBoolean(true));
        assertEquals(0, room.path("slowModeSeconds").asInt(-1));
        assertEquals(0, room.path("head").asInt(-1));
        assertEquals(1, room.path("memberCount").asInt());
        assertTrue(room.path("lastMessage").isNull());
        assertTrue(room.path("createdAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertEquals(room, ann.get("rooms/" + name).expect(200));
    }

    @Test
    void the_creator_is_a_member_with_nothing_unread() {
        JsonNode room = create(ann, cast.unique("tea"), "private").expect(201);
        assertEquals("private", room.path("kind").asText());
        assertEquals(
                Json.read(
                        """
                        {"role":"owner","readSeq":0,"deliveredSeq":0,"unreadFrom":null,"unread":0,"mentions":0,
                         "muted":false,"mutedUntil":null,"favourite":false,"notify":"all"}"""),
                room.path("membership"));
    }

    @Test
    void a_public_room_notifies_of_mentions_only_until_a_member_asks_for_more() {
        String room = create(ann, cast.unique("tea"), "public")
                .expect(201)
                .path("name")
                .asText();
        bob.join(room);
        for (Person member : List.of(ann, bob)) {
            for (String one : List.of(room, "main")) {
                JsonNode membership = member.get("rooms/" + one).expect(200).path("membership");
                assertEquals("mentions", membership.path("notify").asText(), one);
            }
        }
    }

    @Test
    void a_password_is_never_told() {
        Answer answer = ann.post(
                "rooms", Json.of("name", cast.unique("tea"), "visibility", "public", "password", "very-secret"));
        assertTrue(answer.expect(201).path("hasPassword").asBoolean());
        assertFalse(answer.text().contains("very-secret"));
        assertFalse(answer.text().contains("argon2"));
    }

    @Test
    void a_name_is_taken_by_its_like_in_case_width_and_look() {
        create(ann, cast.unique("tea"), "private").expect(201);
        for (String like : List.of("tea", "TEA", "ｔｅａ", "tеa")) {
            create(bob, cast.unique(like), "public").refused(409, "room_name_taken");
        }
        create(bob, cast.unique("teas"), "public").expect(201);
    }

    @Test
    void nobodys_names_are_taken() {
        for (String name : List.of("me", "system", "deleted", "admin", "all", "here", "channel", "everyone", "room")) {
            create(ann, name, "public").refused(409, "room_name_taken");
        }
        create(ann, "Main", "public").refused(409, "room_name_taken");
    }

    @Test
    void every_wrong_field_is_named() {
        JsonNode problem = ann.post(
                        "rooms",
                        Json.of(
                                "name",
                                "two words",
                                "topic",
                                "x".repeat(501),
                                "visibility",
                                "open",
                                "password",
                                "short"))
                .refused(400, "invalid_request");
        assertEquals(List.of("name", "topic", "visibility", "password"), Json.wrongFields(problem));
        assertEquals(
                List.of("name", "visibility"),
                Json.wrongFields(ann.post("rooms", Json.of()).refused(400, "invalid_request")));
    }

    @Test
    void names_and_topics_have_their_lengths() {
        String fifty = cast.unique("t".repeat(50 - cast.unique("").length()));
        create(ann, fifty, "public").expect(201);
        create(ann, fifty + "t", "public").refused(400, "invalid_request");
        create(ann, "", "public").refused(400, "invalid_request");
        ann.post("rooms", Json.of("name", cast.unique("x"), "topic", "😀".repeat(500), "visibility", "public"))
                .expect(201);
    }

    @Test
    void what_is_no_json_is_refused() {
        ann.raw("POST", "rooms", "application/json", BodyPublishers.noBody()).refused(400, "invalid_json");
        ann.raw("POST", "rooms", "application/json", BodyPublishers.ofString("{"))
                .refused(400, "invalid_json");
        ann.raw("POST", "rooms", "text/plain", BodyPublishers.ofString("{}")).refused(415, "unsupported_type");
        ann.post("rooms", Json.of("name", 5, "visibility", "public")).refused(400, "invalid_request");
    }

    @Test
    void a_person_who_is_not_signed_in_makes_none() {
        cast.stranger()
                .post("rooms", Json.of("name", cast.unique("tea"), "visibility", "public"))
                .refused(401, "unauthenticated");
        cast.stranger().get("rooms").refused(401, "unauthenticated");
    }

    @Test
    void of_many_at_once_one_gets_the_name() {
        String name = cast.unique("tea");
        List<Answer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> create(i % 2 == 0 ? ann : bob, name, "public"))
                .toList();
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.refused(409, "room_name_taken"));
    }

    @Test
    void ids_differ_and_stand_for_the_name() {
        JsonNode tea = create(ann, cast.unique("tea"), "public").expect(201);
        JsonNode milk = create(ann, cast.unique("milk"), "public").expect(201);
        assertNotEquals(tea.path("id"), milk.path("id"));
        assertEquals(tea, ann.get("rooms/" + tea.path("id").asText()).expect(200));
    }

    private static Answer create(Person person, String name, String visibility) {
        return person.post("rooms", Json.of("name", name, "visibility", visibility));
    }
}
