package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class ChangingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person dora = cast.dora();
    private String id;

    @BeforeEach
    void ann_has_a_room_that_bob_moderates() {
        id = ann.post("rooms", Json.of("name", cast.unique("tea"), "topic", "green", "visibility", "public"))
                .expect(201)
                .path("id")
                .asText();
        bob.join(id);
        ann.patch("rooms/" + id + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
    }

    @Test
    void an_owner_changes_everything_at_once_and_the_log_tells_each_change() {
        long before = head();
        JsonNode room = change(
                        ann,
                        "name",
                        cast.unique("Coffee"),
                        "topic",
                        "black",
                        "visibility",
                        "private",
                        "password",
                        "very-secret",
                        "slowModeSeconds",
                        30,
                        "archived",
                        true,
                        "emoji",
                        "🚀")
                .expect(200);
        assertEquals(cast.unique("Coffee"), room.path("name").asText());
        assertEquals("black", room.path("topic").asText());
        assertEquals("private", room.path("kind").asText());
        assertTrue(room.path("hasPassword").asBoolean());
        assertEquals(30, room.path("slowModeSeconds").asInt());
        assertTrue(room.path("archived").asBoolean());
        assertEquals("🚀", room.path("emoji").asText());
        assertEquals(before + 7, head());
        assertEquals(
                List.of(
                        "name=\"" + cast.unique("Coffee") + "\"",
                        "topic=\"black\"",
                        "visibility=\"private\"",
                        "password=true",
                        "slow_mode=30",
                        "archive=true",
                        "emoji=\"🚀\""),
                told(before));
    }

    private List<String> told(long after) {
        List<String> told = new ArrayList<>();
        ann.get("rooms/" + id + "/messages?after=" + after)
                .expect(200)
                .path("messages")
                .forEach(message -> {
                    JsonNode system = message.path("system");
                    told.add(system.path("action").asText() + "=" + system.path("value"));
                });
        return told;
    }

    @Test
    void what_is_the_same_leaves_no_trace() {
        change(ann, "password", "very-secret", "slowModeSeconds", 5).expect(200);
        JsonNode before = ann.get("rooms/" + id).expect(200);
        JsonNode after = change(
                        ann,
                        "name",
                        cast.unique("tea"),
                        "topic",
                        "  green ",
                        "visibility",
                        "public",
                        "password",
                        "very-secret",
                        "slowModeSeconds",
                        5,
                        "archived",
                        false)
                .expect(200);
        assertEquals(before, after);
        assertEquals(before, ann.patch("rooms/" + id, Json.of()).expect(200));
    }

    @Test
    void null_clears_topic_and_password_and_what_is_absent_stays() {
        change(ann, "password", "very-secret").expect(200);
        assertEquals("green", ann.get("rooms/" + id).expect(200).path("topic").asText());
        long before = head();
        JsonNode room = change(ann, "topic", null, "password", null).expect(200);
        assertEquals("", room.path("topic").asText());
        assertFalse(room.path("hasPassword").asBoolean());
        assertEquals(List.of("topic=\"\"", "password=false"), told(before));
        change(ann, "name", null).refused(400, "invalid_request");
        change(ann, "visibility", null).refused(400, "invalid_request");
        change(ann, "archived", null).refused(400, "invalid_request");
    }

    @Test
    void a_moderator_changes_topic_and_slow_mode_only() {
        change(bob, "topic", "white", "slowModeSeconds", 7).expect(200);
        long before = head();
        for (ObjectNode owners : List.of(
                Json.of("name", cast.unique("mine")),
                Json.of("visibility", "private"),
                Json.of("password", "very-secret"),
                Json.of("password", null),
                Json.of("archived", true),
                Json.of("topic", "mine", "archived", true))) {
            bob.patch("rooms/" + id, owners).refused(403, "forbidden");
        }
        assertEquals(before, head());
    }

    @Test
    void members_and_strangers_change_nothing_and_admins_everything() {
        change(dora, "topic", "mine").refused(403, "not_member");
        dora.join(id);
        change(dora, "topic", "mine").refused(403, "forbidden");
        change(dora, "name", "me").refused(403, "forbidden");
        change(cast.root(), "topic", "ours", "name", cast.unique("ours")).expect(200);
    }

    @Test
    void malformed_is_told_before_rights_and_a_taken_name_after_them() {
        change(dora, "name", "two words").refused(400, "invalid_request");
        change(ann, "name", "me").refused(409, "room_name_taken");
        change(ann, "slowModeSeconds", -1).refused(400, "invalid_request");
        change(ann, "slowModeSeconds", "five").refused(400, "invalid_request");
        change(ann, "slowModeSeconds", 1.5).refused(400, "invalid_request");
        change(ann, "password", "short").refused(400, "invalid_request");
        change(ann, "archived", "yes").refused(400, "invalid_request");
    }

    @Test
    void a_person_who_is_outside_when_a_room_turns_private_finds_it_no_more() {
        dora.get("rooms/" + id).expect(200);
        change(ann, "visibility", "private").expect(200);
        dora.get("rooms/" + id).refused(404, "not_found");
        bob.get("rooms/" + id).expect(200);
    }

    @Test
    void a_new_password_is_asked_of_those_who_come_after_it() {
        change(ann, "password", "very-secret").expect(200);
        change(ann, "password", "another-secret").expect(200);
        dora.post("rooms/" + id + "/members", Json.of("password", "very-secret"))
                .refused(403, "wrong_room_password");
        dora.post("rooms/" + id + "/members", Json.of("password", "another-secret"))
                .expect(201);
    }

    private Answer change(Person person, Object... fields) {
        return person.patch("rooms/" + id, Json.of(fields));
    }

    private long head() {
        return ann.get("rooms/" + id).expect(200).path("head").asLong();
    }
}
