package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.harness.Messages.head;
import static org.parley.harness.Messages.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;

class MessageContentIT {
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
    void a_kind_is_said_or_text_and_never_system() {
        for (String kind : List.of("text", "image", "file")) {
            assertEquals(
                    kind,
                    post(ann, room, Messages.of("x").put("kind", kind))
                            .expect(201)
                            .path("kind")
                            .asText());
        }
        for (String kind : List.of("system", "", "TEXT")) {
            JsonNode problem =
                    post(ann, room, Messages.of("x").put("kind", kind)).refused(400, "invalid_request");
            assertEquals(List.of("kind"), Json.wrongFields(problem));
        }
    }

    @Test
    void attachments_that_nobody_uploaded_are_not_found() {
        ObjectNode message = Messages.of("x");
        message.set(
                "attachments",
                Json.of("a", List.of(UUID.randomUUID().toString())).path("a"));
        post(ann, room, message).refused(404, "not_found");
        message.set("attachments", Json.of("a", List.of()).path("a"));
        post(ann, room, message).expect(201);
    }

    @Test
    void a_reply_shows_what_it_answers() {
        post(ann, room, Messages.of("what is for tea?"));
        JsonNode reply = post(bob, room, Messages.of("cake").put("replyTo", 1)).expect(201);
        assertEquals(Json.of("seq", 1, "username", ann.name(), "excerpt", "what is for tea?"), reply.path("replyTo"));
        assertEquals(reply, ann.get("rooms/" + room + "/messages/2").expect(200));
    }

    @Test
    void a_long_message_is_quoted_by_its_beginning_in_whole_characters() {
        post(ann, room, Messages.of("😀".repeat(300)));
        String excerpt = post(bob, room, Messages.of("much").put("replyTo", 1))
                .expect(201)
                .path("replyTo")
                .path("excerpt")
                .asText();
        assertTrue(excerpt.startsWith("😀") && excerpt.endsWith("…"), excerpt);
        assertTrue("😀".repeat(300).startsWith(excerpt.substring(0, excerpt.length() - 1)), "no half character");
    }

    @Test
    void a_reply_goes_to_a_message_of_this_room() {
        String elsewhere = ann.createRoom(cast.unique("elsewhere"));
        ann.post(elsewhere, "one");
        for (long number : List.of(-1L, 0L, 1L, 99L, Long.MAX_VALUE)) {
            JsonNode problem =
                    post(ann, room, Messages.of("x").put("replyTo", number)).refused(400, "invalid_request");
            assertEquals(List.of("replyTo"), Json.wrongFields(problem));
        }
        assertEquals(0, head(ann, room));
        ann.post(room, "one");
        post(ann, room, Messages.of("x").put("replyTo", 1)).expect(201);
    }

    @Test
    void members_are_mentioned_and_nobody_else() {
        Person dora = cast.dora();
        String body = "@" + bob.name() + " and @" + dora.name() + " and @nobody";
        assertEquals(
                List.of(bob.name()),
                Messages.texts(post(ann, room, Messages.of(body)).expect(201).path("mentions")));
        dora.join(room);
        JsonNode both = post(ann, room, Messages.of(body)).expect(201);
        assertEquals(List.of(bob.name(), dora.name()), Messages.texts(both.path("mentions")));
        assertEquals(both, ann.get("rooms/" + room + "/messages/2").expect(200));
    }

    @Test
    void a_mention_ends_where_the_name_does() {
        String name = bob.name();
        for (String body : List.of(
                "@" + name + ".",
                "@" + name + ", hello",
                "(@" + name + ")",
                "thanks, @" + name + "!",
                "@" + name.toUpperCase(),
                "@" + name + "...",
                "@" + name + " @" + name)) {
            JsonNode mentions = post(ann, room, Messages.of(body)).expect(201).path("mentions");
            assertEquals(List.of(name), Messages.texts(mentions), body);
        }
        for (String body : List.of("mail" + "@" + name, name, "@" + name + "x", "@ " + name)) {
            JsonNode mentions = post(ann, room, Messages.of(body)).expect(201).path("mentions");
            assertTrue(mentions.isEmpty(), body);
        }
    }

    @Test
    void a_body_is_kept_as_typed_but_for_its_form() {
        assertStored("a\nb\nc", "a\r\nb\rc");
        assertStored("inner   space\t kept", "  \n inner   space\t kept \u00a0\n");
        assertStored("\u00e9", "e\u0301");
        assertStored("<b>&amp;</b> \\ \" ' % _", "<b>&amp;</b> \\ \" ' % _");
        assertStored("👩\u200d👩\u200d👧 \u202e", "👩\u200d👩\u200d👧 \u202e");
        assertStored("😀".repeat(8000), "😀".repeat(8000));
    }

    private void assertStored(String expected, String typed) {
        JsonNode message = post(ann, room, Messages.of(typed)).expect(201);
        assertEquals(expected, message.path("body").asText());
        long seq = message.path("seq").asLong();
        JsonNode read = ann.get("rooms/" + room + "/messages/" + seq).expect(200);
        assertEquals(message, read);
    }

    @Test
    void a_body_that_says_nothing_is_refused() {
        for (String body : List.of("", "   ", "\n\t\u00a0\u2003")) {
            JsonNode problem = post(ann, room, Messages.of(body)).refused(400, "invalid_request");
            assertEquals(List.of("body"), Json.wrongFields(problem));
        }
        post(ann, room, Messages.of(".")).expect(201);
    }
}
