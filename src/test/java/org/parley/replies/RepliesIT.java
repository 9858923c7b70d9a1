package org.parley.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Every message says how many reply to it, and the list has them. */
class RepliesIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_asked_in_a_room() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        ann.post(room, "who comes?");
    }

    @Test
    void replies_are_counted_and_listed_in_order() {
        assertEquals(0, count(1));
        assertEquals(List.of(), listed("/messages/1/replies"));
        reply(bob, 1, "I do");
        ann.post(room, "something else");
        reply(ann, 1, "me too");
        reply(bob, 2, "good");
        assertEquals(2, count(1));
        assertEquals(1, count(2));
        assertEquals(List.of("I do", "me too"), listed("/messages/1/replies"));
        assertEquals(List.of("me too"), listed("/messages/1/replies?after=2"));
        JsonNode first = bob.get(path("/messages/1/replies?limit=1")).expect(200);
        assertEquals(1, first.path("messages").size());
        assertTrue(first.path("hasAfter").asBoolean());
        assertFalse(bob.get(path("/messages/1/replies?after=2"))
                .expect(200)
                .path("hasAfter")
                .asBoolean());
        JsonNode page = bob.get(path("/messages")).expect(200).path("messages");
        assertEquals(2, page.at("/0/replyCount").asLong());
    }

    @Test
    void a_deleted_reply_counts_no_more_and_the_replies_of_a_deleted_message_stay() {
        reply(bob, 1, "I do");
        reply(bob, 1, "or do I");
        bob.delete(path("/messages/2")).expect(204);
        bob.delete(path("/messages/2")).expect(204);
        assertEquals(1, count(1));
        assertEquals(List.of("or do I"), listed("/messages/1/replies"));
        ann.delete(path("/messages/1")).expect(204);
        assertEquals(1, count(1));
        assertEquals(List.of("or do I"), listed("/messages/1/replies"));
        bob.delete(path("/messages/3")).expect(204);
        assertEquals(0, count(1));
    }

    @Test
    void a_deleted_reply_still_says_what_it_replied_to() {
        reply(bob, 1, "I do");
        bob.delete(path("/messages/2")).expect(204);
        JsonNode deleted = ann.get(path("/messages/2")).expect(200);
        assertEquals("", deleted.path("body").asText());
        assertEquals(Json.of("seq", 1, "username", ann.name(), "excerpt", "who comes?"), deleted.path("replyTo"));
        ann.delete(path("/messages/1")).expect(204);
        for (String where : List.of("/messages", "/log")) {
            JsonNode all = bob.get(path(where)).expect(200);
            List<String> answered = all.findValues("replyTo").stream()
                    .map(quote -> quote.path("seq").asText())
                    .toList();
            assertEquals(List.of("", "1"), answered, where);
            assertFalse(all.toString().contains("who comes?"), where);
        }
    }

    @Test
    void replies_at_once_all_count() {
        List<CompletableFuture<Answer>> all = Stream.of(ann, bob, ann, bob, ann, bob, ann, bob)
                .map(person -> CompletableFuture.supplyAsync(
                        () -> Messages.post(person, room, Messages.of("me").put("replyTo", 1))))
                .toList();
        all.forEach(each -> each.join().expect(201));
        assertEquals(8, count(1));
        assertEquals(8, listed("/messages/1/replies").size());
    }

    @Test
    void a_number_without_a_message_has_no_list() {
        ann.put(path("/pins/1"), null).expect(204);
        for (String none : List.of("0", "2", "77", "x")) {
            bob.get(path("/messages/" + none + "/replies")).refused(404, "not_found");
        }
        bob.get(path("/messages/1/replies?after=x")).refused(400, "invalid_request");
        bob.get(path("/messages/1/replies?limit=0")).refused(400, "invalid_request");
        Person dora = cast.dora();
        dora.get(path("/messages/1/replies")).expect(200);
        ann.patch(path(""), Json.of("visibility", "private")).expect(200);
        dora.get(path("/messages/1/replies")).refused(404, "not_found");
    }

    @Test
    void in_a_private_conversation_too() {
        long seq = ann.write(bob, "lunch?").path("seq").asLong();
        bob.post("direct/" + ann.name() + "/messages", Messages.of("yes").put("replyTo", seq))
                .expect(201);
        JsonNode replies = ann.get("direct/" + bob.name() + "/messages/" + seq + "/replies")
                .expect(200);
        assertEquals("yes", replies.at("/messages/0/body").asText());
        assertEquals(bob.name(), replies.at("/messages/0/with").asText());
    }

    private void reply(Person person, long to, String body) {
        Messages.post(person, room, Messages.of(body).put("replyTo", to)).expect(201);
    }

    private long count(long seq) {
        return ann.get(path("/messages/" + seq)).expect(200).path("replyCount").asLong();
    }

    private List<String> listed(String rest) {
        List<String> bodies = new ArrayList<>();
        bob.get(path(rest))
                .expect(200)
                .path("messages")
                .forEach(message -> bodies.add(message.path("body").asText()));
        return bodies;
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
