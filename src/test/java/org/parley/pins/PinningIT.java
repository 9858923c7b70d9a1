package org.parley.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** A pin takes a number, is listed with the message as it is now, and goes with it. */
class PinningIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private String room;

    /** The change of a role is the first message. */
    @BeforeEach
    void ann_has_a_room_where_bob_moderates_and_cem_has_spoken() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        ann.patch(path("/members/" + bob.name()), Json.of("role", "moderator")).expect(200);
        cem.post(room, "the rules");
        cem.post(room, "the menu");
    }

    @Test
    void staff_pin_and_unpin_and_everybody_sees_the_list() {
        assertEquals(List.of(), pinned(cem));
        pin(ann, 2).expect(204);
        pin(bob, 3).expect(204);
        assertEquals(List.of("the menu", "the rules"), pinned(cem), "the newest pin first");
        assertTrue(message(2).path("pinned").asBoolean());
        unpin(ann, 3).expect(204);
        pin(ann, 3).expect(204);
        unpin(bob, 2).expect(204);
        assertEquals(List.of("the menu"), pinned(cem));
        assertFalse(message(2).path("pinned").asBoolean());
    }

    @Test
    void the_list_comes_in_pages() {
        pin(ann, 2).expect(204);
        pin(ann, 3).expect(204);
        JsonNode first = cem.get(path("/pins?limit=1")).expect(200);
        assertEquals("the menu", first.at("/pins/0/body").asText());
        JsonNode second = cem.get(
                        path("/pins?limit=1&cursor=" + first.path("next").asText()))
                .expect(200);
        assertEquals("the rules", second.at("/pins/0/body").asText());
        assertTrue(second.path("next").isNull());
        cem.get(path("/pins?cursor=x")).refused(400, "invalid_request");
    }

    @Test
    void a_repeat_changes_nothing() {
        unpin(ann, 2).expect(204);
        pin(ann, 2).expect(204);
        pin(bob, 2).expect(204);
        assertEquals(4, Messages.head(ann, room));
        unpin(ann, 2).expect(204);
        unpin(ann, 2).expect(204);
        assertEquals(5, Messages.head(ann, room));
    }

    @Test
    void nobody_else_pins_and_only_a_message_of_a_person() {
        pin(cem, 2).refused(403, "forbidden");
        unpin(cem, 2).refused(403, "forbidden");
        pin(cast.dora(), 2).refused(403, "not_member");
        pin(ann, 1).refused(403, "forbidden");
        for (long none : List.of(0L, 77L)) {
            pin(ann, none).refused(404, "not_found");
        }
        pin(ann, 2).expect(204);
        pin(ann, 4).refused(404, "not_found");
        pin(cast.root(), 3).expect(204);
        ann.post(path("/mutes"), Json.of("username", bob.name())).expect(201);
        pin(bob, 3).refused(403, "muted");
    }

    @Test
    void a_pin_follows_edits_and_goes_with_the_message() {
        pin(ann, 2).expect(204);
        pin(ann, 3).expect(204);
        cem.patch(path("/messages/2"), Json.of("body", "the new rules")).expect(200);
        assertEquals(List.of("the menu", "the new rules"), pinned(bob));
        long head = Messages.head(ann, room);
        cem.delete(path("/messages/2")).expect(204);
        assertEquals(head + 1, Messages.head(ann, room));
        assertEquals(List.of("the menu"), pinned(bob));
        assertFalse(message(2).path("pinned").asBoolean());
        unpin(ann, 2).expect(204);
        pin(ann, 2).refused(404, "not_found");
        assertEquals(head + 1, Messages.head(ann, room));
    }

    @Test
    void every_socket_and_the_log_tell_it() {
        try (LiveSocket cems = cem.socket()) {
            cems.join(room);
            pin(ann, 2).expect(204);
            unpin(bob, 2).expect(204);
            assertEquals(
                    Json.of("type", "message_pinned", "room", room, "seq", 4, "target", 2)
                            .put("by", ann.name())
                            .toString(),
                    cems.await("message_pinned").toString());
            assertEquals(bob.name(), cems.await("message_unpinned").path("by").asText());
        }
        JsonNode log = cem.get(path("/log?after=3")).expect(200).path("events");
        assertEquals("message_pinned", log.at("/0/type").asText());
        assertEquals("message_unpinned", log.at("/1/type").asText());
    }

    @Test
    void staff_pin_in_an_archived_room_too() {
        ann.patch(path(""), Json.of("archived", true)).expect(200);
        pin(ann, 2).expect(204);
        assertEquals(List.of("the rules"), pinned(cem));
    }

    @Test
    void in_a_private_conversation_both_pin() {
        assertEquals(List.of(), bodies(ann.get("direct/" + bob.name() + "/pins")));
        long seq = ann.write(bob, "our place").path("seq").asLong();
        bob.put("direct/" + ann.name() + "/pins/" + seq, null).expect(204);
        assertEquals(List.of("our place"), bodies(ann.get("direct/" + bob.name() + "/pins")));
        ann.delete("direct/" + bob.name() + "/pins/" + seq).expect(204);
        assertEquals(List.of(), bodies(bob.get("direct/" + ann.name() + "/pins")));
        ann.put("blocks/" + bob.name(), null).expect(204);
        bob.put("direct/" + ann.name() + "/pins/" + seq, null).refused(403, "forbidden");
    }

    private Answer pin(Person person, long seq) {
        return person.put(path("/pins/" + seq), null);
    }

    private Answer unpin(Person person, long seq) {
        return person.delete(path("/pins/" + seq));
    }

    private List<String> pinned(Person person) {
        return bodies(person.get(path("/pins")));
    }

    private static List<String> bodies(Answer answer) {
        List<String> bodies = new ArrayList<>();
        answer.expect(200)
                .path("pins")
                .forEach(message -> bodies.add(message.path("body").asText()));
        return bodies;
    }

    private JsonNode message(long seq) {
        return ann.get(path("/messages/" + seq)).expect(200);
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
