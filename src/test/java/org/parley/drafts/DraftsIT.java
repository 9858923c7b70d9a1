package org.parley.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** A draft follows its author to every device, and no text of another device is overwritten unseen. */
class DraftsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void bob_is_in_anns_room() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        ann.post(room, "lunch?");
    }

    @Test
    void two_devices_write_one_draft_in_turn() {
        Person phone = bob.elsewhere();
        try (LiveSocket phones = phone.privateSocket();
                LiveSocket laptops = bob.privateSocket()) {
            JsonNode first = write(bob, "See you at", 0).expect(200);
            assertEquals(
                    Set.of("body", "replyTo", "attachments", "revision", "updatedAt"),
                    Set.copyOf(fields(first)),
                    first::toString);
            assertEquals(1, first.path("revision").asInt());
            assertEquals(
                    Json.of("type", "draft", "room", room, "draft", first).toString(),
                    phones.await("draft").toString());
            laptops.await("draft");
            JsonNode second = write(phone, "See you at five", 1).expect(200);
            assertEquals(2, second.path("revision").asInt());
            assertEquals(second, laptops.await("draft").path("draft"));
            JsonNode refused = write(bob, "See you at noon", 1).refused(409, "conflict");
            assertEquals(second, refused.path("draft"));
            assertEquals(second, bob.get(path()).expect(200));
            bob.delete(path()).expect(204);
            phones.await("draft");
            assertTrue(phones.await("draft").path("draft").isNull());
        }
    }

    @Test
    void revisions_grow_also_after_a_deletion() {
        bob.get(path()).refused(404, "not_found");
        write(bob, "one", 0).expect(200);
        bob.delete(path() + "?revision=2").refused(409, "conflict");
        bob.delete(path() + "?revision=1").expect(204);
        bob.get(path()).refused(404, "not_found");
        JsonNode gone = write(bob, "two", 1).refused(409, "conflict");
        assertTrue(gone.has("draft") && gone.path("draft").isNull(), gone::toString);
        bob.delete(path() + "?revision=1").refused(409, "conflict");
        bob.delete(path()).expect(204);
        assertEquals(2, write(bob, "two", 0).expect(200).path("revision").asInt());
    }

    @Test
    void what_changes_nothing_leaves_no_trace() {
        try (LiveSocket bobs = bob.privateSocket()) {
            bob.delete(path()).expect(204);
            JsonNode first = write(bob, " the same\r\n", 0).expect(200);
            assertEquals("the same", first.path("body").asText());
            assertEquals(first, write(bob, "the same", 1).expect(200));
            assertEquals(first, bobs.await("draft").path("draft"));
            bobs.assertNone("draft");
        }
    }

    @Test
    void its_limits_are_those_of_a_message() {
        write(bob, "x".repeat(8000), 0).expect(200);
        assertWrong("body", Json.of("body", "x".repeat(8001), "revision", 1));
        assertWrong("body", Json.of("body", " \n", "revision", 1));
        assertWrong("body", Json.of("revision", 1));
        assertWrong("body", Json.of("body", "\u0007", "revision", 1));
        assertWrong("revision", Json.of("body", "x"));
        assertWrong("revision", Json.of("body", "x", "revision", -1));
        assertWrong("replyTo", Json.of("body", "x", "revision", 1, "replyTo", 0));
        assertWrong("replyTo", Json.of("body", "x", "revision", 1, "replyTo", 77));
        bob.put(path(), Json.of("body", "x", "revision", 1, "attachments", List.of("none")))
                .refused(404, "not_found");
        bob.put(path(), null).refused(400, "invalid_json");
        assertEquals(
                List.of("revision"),
                Json.wrongFields(bob.delete(path() + "?revision=x").refused(400, "invalid_request")));
    }

    private void assertWrong(String field, JsonNode draft) {
        assertEquals(List.of(field), Json.wrongFields(bob.put(path(), draft).refused(400, "invalid_request")));
    }

    @Test
    void a_draft_replies_to_a_message_as_it_is_now() {
        JsonNode draft = bob.put(path(), Json.of("body", "", "replyTo", 1, "revision", 0))
                .expect(200);
        assertEquals(
                Json.of("seq", 1, "username", ann.name(), "excerpt", "lunch?").toString(),
                draft.path("replyTo").toString());
        ann.delete("rooms/" + room + "/messages/1").expect(204);
        JsonNode now = bob.get(path()).expect(200);
        assertEquals("", now.at("/replyTo/excerpt").asText("none"));
        assertEquals(1, now.at("/replyTo/seq").asInt());
    }

    @Test
    void all_drafts_come_in_pages_under_the_names_of_their_places() {
        ann.write(bob, "hello");
        bob.put("direct/" + ann.name() + "/draft", Json.of("body", "dear ann", "revision", 0))
                .expect(200);
        write(bob, "dear all", 0).expect(200);
        JsonNode first = bob.get("drafts?limit=1").expect(200);
        JsonNode second =
                bob.get("drafts?limit=1&cursor=" + first.path("next").asText()).expect(200);
        assertTrue(second.path("next").isNull());
        List<String> found = new ArrayList<>();
        for (JsonNode page : List.of(first, second)) {
            JsonNode only = page.path("drafts").path(0);
            found.add(only.path("room").asText() + only.path("with").asText() + ": "
                    + only.path("body").asText());
        }
        assertEquals(Set.of(room + ": dear all", ann.name() + ": dear ann"), Set.copyOf(found));
        assertEquals(0, ann.get("drafts").expect(200).path("drafts").size());
        bob.get("drafts?cursor=x").refused(400, "invalid_request");
    }

    @Test
    void a_conversation_has_drafts_once_it_has_begun() {
        String place = "direct/" + ann.name() + "/draft";
        JsonNode draft = Json.of("body", "dear ann", "revision", 0);
        bob.get(place).refused(404, "not_found");
        bob.put(place, draft).refused(404, "not_found");
        bob.delete(place).refused(404, "not_found");
        ann.write(bob, "hello");
        try (LiveSocket bobs = bob.privateSocket();
                LiveSocket anns = ann.privateSocket()) {
            bob.put(place, draft).expect(200);
            assertEquals(ann.name(), bobs.await("draft").path("with").asText());
            anns.assertNone("draft");
        }
        ann.get("direct/" + bob.name() + "/draft").refused(404, "not_found");
        ann.put("blocks/" + bob.name(), null).expect(204);
        bob.put(place, Json.of("body", "dear ann!", "revision", 1)).expect(200);
    }

    @Test
    void two_devices_at_the_same_moment_write_one_after_the_other() {
        Person phone = bob.elsewhere();
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> write(phone, "by the phone", 0));
        int mine = write(bob, "by the laptop", 0).status();
        Set<Integer> statuses = Set.copyOf(List.of(mine, other.join().status()));
        assertEquals(Set.of(200, 409), statuses);
        assertEquals(1, bob.get(path()).expect(200).path("revision").asInt());
    }

    private Answer write(Person person, String body, long revision) {
        return person.put(path(), Json.of("body", body, "revision", revision));
    }

    private String path() {
        return "rooms/" + room + "/draft";
    }

    private static List<String> fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
