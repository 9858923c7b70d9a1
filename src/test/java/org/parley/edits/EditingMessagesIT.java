package org.parley.edits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** An edit takes a number like a message, only the newest text is kept, and nobody is notified. */
class EditingMessagesIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_moderates_and_cem_has_spoken() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        ann.patch(path("/members/" + bob.name()), Json.of("role", "moderator")).expect(200);
        cem.post(room, "the old text for @" + ann.name());
    }

    @Test
    void the_author_edits_again_and_again_and_only_the_newest_text_is_kept() {
        JsonNode first = edit(cem, 2, "a new text").expect(200);
        assertEquals("a new text", first.path("body").asText());
        assertTrue(first.path("editedAt").isTextual());
        assertEquals(0, first.path("mentions").size());
        JsonNode second = edit(cem, 2, "the newest text for @" + bob.name()).expect(200);
        assertEquals(List.of(bob.name()), texts(second.path("mentions")));
        assertEquals(second, ann.get(path("/messages/2")).expect(200));
        Messages.post(ann, room, Messages.of("which one?").put("replyTo", 2)).expect(201);
        for (String rest : List.of("", "/messages", "/messages/2", "/messages/5", "/log")) {
            String all = ann.get(path(rest)).expect(200).toString();
            assertFalse(all.contains("old text") || all.contains("a new text"), rest);
        }
    }

    @Test
    void nobody_else_edits_and_the_limits_of_a_message_hold() {
        edit(ann, 2, "x").refused(403, "forbidden");
        edit(bob, 2, "x").refused(403, "forbidden");
        edit(cast.root(), 2, "x").refused(403, "forbidden");
        edit(cast.dora(), 2, "x").refused(403, "not_member");
        edit(cem, 1, "x").refused(403, "forbidden");
        for (String none : List.of("0", "77", "-1", "x")) {
            cem.patch(path("/messages/" + none), Json.of("body", "x")).refused(404, "not_found");
        }
        edit(cem, 2, "").refused(400, "invalid_request");
        edit(cem, 2, "x".repeat(8001)).refused(400, "invalid_request");
        cem.patch(path("/messages/2"), Json.of()).refused(400, "invalid_request");
        assertEquals(2, Messages.head(ann, room));
    }

    @Test
    void a_person_who_may_not_write_may_not_edit() {
        ann.post(path("/mutes"), Json.of("username", cem.name())).expect(201);
        edit(cem, 2, "x").refused(403, "muted");
        ann.delete(path("/mutes/" + cem.name())).expect(204);
        ann.patch(path(""), Json.of("archived", true)).expect(200);
        edit(cem, 2, "x").refused(403, "forbidden");
        cem.delete("rooms/" + room + "/members/me").expect(204);
        edit(cem, 2, "x").refused(403, "not_member");
    }

    @Test
    void the_same_text_changes_nothing_and_a_deleted_message_is_not_there() {
        edit(cem, 2, "another").expect(200);
        long head = Messages.head(ann, room);
        edit(cem, 2, "another").expect(200);
        assertEquals(head, Messages.head(ann, room));
        cem.delete(path("/messages/2")).expect(204);
        edit(cem, 2, "back again").refused(404, "not_found");
        assertEquals(head + 1, Messages.head(ann, room));
    }

    @Test
    void a_deletion_at_the_same_time_wins() {
        List<CompletableFuture<Answer>> edits = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> edit(cem, 2, "race " + i)))
                .toList();
        bob.delete(path("/messages/2")).expect(204);
        for (CompletableFuture<Answer> one : edits) {
            int status = one.join().status();
            assertTrue(status == 200 || status == 404, one.join().toString());
        }
        assertFalse(ann.get(path("/log")).expect(200).toString().contains("race"));
        assertTrue(ann.get(path("/messages/2")).expect(200).path("deleted").asBoolean());
    }

    @Test
    void an_edit_moves_no_count_and_notifies_nobody() {
        ann.put(path("/read"), Json.of("seq", 1)).expect(204);
        bob.put(path("/read"), Json.of("seq", 1)).expect(204);
        try (LiveSocket bobs = bob.privateSocket()) {
            edit(cem, 2, "now for @" + bob.name()).expect(200);
            bobs.assertNone("notification");
        }
        assertEquals(1, membership(ann).path("mentions").asInt(), "she was notified when it was sent");
        assertEquals(0, membership(bob).path("mentions").asInt());
        assertEquals(1, membership(bob).path("unread").asInt());
        edit(cem, 2, "for @" + ann.name() + " again").expect(200);
        assertEquals(1, membership(ann).path("mentions").asInt());
    }

    @Test
    void every_socket_is_told_in_the_place_of_the_number() {
        try (LiveSocket anns = ann.socket();
                LiveSocket cems = cem.socket()) {
            anns.join(room);
            cems.join(room);
            edit(cem, 2, "told").expect(200);
            for (LiveSocket socket : List.of(anns, cems)) {
                JsonNode frame = socket.await("message_edited");
                assertEquals(3, frame.path("seq").asLong());
                assertEquals(2, frame.path("target").asLong());
                assertEquals(room, frame.path("room").asText());
                assertEquals(2, frame.path("message").path("seq").asLong());
                assertEquals("told", frame.path("message").path("body").asText());
            }
        }
        try (LiveSocket returning = bob.socket()) {
            returning.send(Json.of("type", "join_room", "room", room, "since", 1));
            assertEquals(
                    "told",
                    returning.await("new_message").path("message").path("body").asText());
            assertEquals(3, returning.await("message_edited").path("seq").asLong());
            assertEquals(3, returning.await("caught_up").path("seq").asLong());
        }
    }

    @Test
    void a_quote_follows_the_text() {
        Messages.post(ann, room, Messages.of("really?").put("replyTo", 2)).expect(201);
        edit(cem, 2, "corrected").expect(200);
        assertEquals(
                "corrected",
                ann.get(path("/messages/3")).expect(200).at("/replyTo/excerpt").asText());
    }

    @Test
    void in_a_private_conversation_each_edits_their_own() {
        long seq = ann.write(bob, "between us").path("seq").asLong();
        String bobsPath = "direct/" + ann.name() + "/messages/" + seq;
        bob.patch(bobsPath, Json.of("body", "x")).refused(403, "forbidden");
        try (LiveSocket bobs = bob.privateSocket()) {
            JsonNode edited = ann.patch("direct/" + bob.name() + "/messages/" + seq, Json.of("body", "just us"))
                    .expect(200);
            assertEquals(bob.name(), edited.path("with").asText());
            JsonNode frame = bobs.await("message_edited");
            assertEquals(ann.name(), frame.path("with").asText());
            assertEquals("just us", frame.path("message").path("body").asText());
        }
    }

    private Answer edit(Person person, long seq, String body) {
        return person.patch(path("/messages/" + seq), Json.of("body", body));
    }

    private JsonNode membership(Person person) {
        return person.get(path("")).expect(200).path("membership");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
