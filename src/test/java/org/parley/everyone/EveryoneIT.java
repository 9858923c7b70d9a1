package org.parley.everyone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Whom {@code @all} and {@code @here} mention, count and notify. Ann owns the room. */
class EveryoneIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private String room;

    @BeforeEach
    void bob_and_cem_are_members_of_anns_room() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
    }

    @Test
    void all_members_but_the_sender_are_mentioned() {
        JsonNode message = ann.post(room, "Come, @All!");
        assertEquals("all", message.path("mentionsAll").asText());
        assertEquals(List.of(), Messages.texts(message.path("mentions")));
        assertEquals(message, ann.get(path("/messages/1")).expect(200));
        assertEquals(
                message, bob.get(path("/log")).expect(200).at("/events/0/message"), "the log tells it in the same way");
        assertMentions(0, 1, 1);
        bob.put(path("/read"), Json.of("seq", 1)).expect(204);
        assertMentions(0, 0, 1);
        bob.put(path("/unread"), Json.of("seq", 1)).expect(204);
        assertMentions(0, 1, 1);
        assertTrue(ann.post(room, "nobody").path("mentionsAll").isNull());
    }

    @Test
    void here_are_the_members_with_a_socket_also_those_who_are_away() {
        try (LiveSocket bobs = bob.privateSocket()) {
            assertEquals(
                    "here", ann.post(room, "who is @here?").path("mentionsAll").asText());
            assertMentions(0, 1, 0);
            bobs.send(Json.of("type", "set_presence", "state", "idle"));
            assertEquals("pong", bobs.ask("ping").path("type").asText());
            ann.post(room, "still @HERE?");
            assertMentions(0, 2, 0);
            ann.post(room, "@here and @all");
            assertMentions(0, 3, 1);
        }
    }

    @Test
    void everybody_who_is_mentioned_is_notified_once() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket();
                LiveSocket cems = cem.privateSocket();
                LiveSocket doras = cast.dora().privateSocket()) {
            long asked = bob.post(room, "who comes?").path("seq").asLong();
            JsonNode message = Messages.post(
                            ann,
                            room,
                            Messages.of("@all, @" + cem.name() + " too").put("replyTo", asked))
                    .expect(201);
            assertEquals("reply", notified(bobs).path("kind").asText());
            JsonNode told = notified(cems);
            assertEquals("mention", told.path("kind").asText());
            assertEquals(message, told.path("message"));
            ann.post(room, "@here");
            for (LiveSocket socket : List.of(bobs, cems)) {
                assertEquals(asked + 2, notified(socket).path("seq").asLong(), "the one before was told once");
            }
            assertMentions(0, 2, 2);
            bob.post(room, "and you, @" + ann.name());
            assertEquals(asked + 3, notified(anns).path("seq").asLong(), "the first that was told");
            assertTrue(doras.drain().stream().noneMatch(EveryoneIT::notifies));
        }
    }

    /** The next notification of a mention or a reply. */
    private static JsonNode notified(LiveSocket socket) {
        return socket.await("a notification", EveryoneIT::notifies);
    }

    private static boolean notifies(JsonNode frame) {
        return List.of("mention", "reply").contains(frame.path("kind").asText());
    }

    @Test
    void new_mentions_are_told_where_no_socket_listens() {
        try (LiveSocket bobs = bob.privateSocket()) {
            ann.post(room, "hello @all");
            JsonNode told =
                    bobs.await("unread", frame -> frame.path("kind").asText().equals("unread"));
            assertEquals(1, told.path("mentions").asInt());
        }
    }

    @Test
    void an_edit_changes_the_text_and_no_count_and_a_deletion_takes_both() {
        ann.post(room, "hello @all");
        ann.post(room, "hello");
        try (LiveSocket bobs = bob.privateSocket()) {
            assertTrue(edited(1, "hello").path("mentionsAll").isNull());
            assertEquals("here", edited(2, "hello @here").path("mentionsAll").asText());
            assertMentions(0, 1, 1);
            assertTrue(bobs.drain().stream().noneMatch(EveryoneIT::notifies));
        }
        ann.delete(path("/messages/1")).expect(204);
        ann.delete(path("/messages/2")).expect(204);
        assertMentions(0, 0, 0);
        assertTrue(ann.get(path("/messages/2")).expect(200).path("mentionsAll").isNull());
    }

    private JsonNode edited(int seq, String body) {
        return ann.patch(path("/messages/" + seq), Json.of("body", body)).expect(200);
    }

    @Test
    void in_code_the_words_are_plain_text() {
        assertTrue(ann.post(room, "`@all`").path("mentionsAll").isNull());
        assertTrue(ann.post(room, "```\n@here\n```").path("mentionsAll").isNull());
        assertMentions(0, 0, 0);
    }

    @Test
    void both_people_of_a_conversation_are_everybody() {
        JsonNode message = ann.write(bob, "@all of us");
        assertEquals("all", message.path("mentionsAll").asText());
        assertEquals(1, membership(bob, "direct/" + ann.name()).path("mentions").asInt());
        assertEquals(0, membership(ann, "direct/" + bob.name()).path("mentions").asInt());
        assertEquals("here", bob.write(ann, "@here").path("mentionsAll").asText());
        assertEquals(0, membership(ann, "direct/" + bob.name()).path("mentions").asInt(), "she is offline");
    }

    private static JsonNode membership(Person person, String conversation) {
        for (JsonNode each : person.get("direct").expect(200).path("conversations")) {
            if (conversation.endsWith("/" + each.path("peer").path("username").asText())) {
                return each.path("membership");
            }
        }
        throw new AssertionError(person.name() + " has no " + conversation);
    }

    @Test
    void in_a_large_room_only_its_staff_mentions_everybody() {
        IntStream.range(0, 47).parallel().forEach(i -> cast.register("m" + i).join(room));
        assertEquals(
                "all", bob.post(room, "we are fifty, @all").path("mentionsAll").asText());
        cast.register("m47").join(room);
        JsonNode message = bob.post(room, "we are more, @all");
        assertTrue(message.path("mentionsAll").isNull());
        assertEquals("we are more, @all", message.path("body").asText());
        bob.patch(path("/messages/2"), Json.of("body", "really, @here")).expect(200);
        assertTrue(ann.get(path("/messages/2")).expect(200).path("mentionsAll").isNull());
        assertMentions(1, 0, 1);
        assertEquals("all", ann.post(room, "@all").path("mentionsAll").asText());
        ann.patch(path("/members/" + bob.name()), Json.of("role", "moderator")).expect(200);
        assertEquals("all", bob.post(room, "@all").path("mentionsAll").asText());
        assertMentions(2, 1, 3);
    }

    @Test
    void who_was_no_member_is_not_mentioned_and_a_ban_takes_no_earlier_mention() {
        ann.post(room, "one, @all");
        ann.post(path("/bans"), Json.of("username", bob.name())).expect(201);
        ann.post(room, "two, @all");
        ann.delete(path("/bans/" + bob.name())).expect(204);
        assertMentions(0, 1, 2);
        Person dora = cast.dora();
        dora.join(room);
        dora.put(path("/unread"), Json.of("seq", 1)).expect(204);
        assertEquals(0, mentions(dora));
        assertTrue(dora.get(path("")).expect(200).at("/membership/unread").asInt() > 0);
    }

    private void assertMentions(int ofAnn, int ofBob, int ofCem) {
        assertEquals(List.of(ofAnn, ofBob, ofCem), List.of(mentions(ann), mentions(bob), mentions(cem)));
    }

    private int mentions(Person person) {
        return person.get(path("")).expect(200).at("/membership/mentions").asInt();
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
