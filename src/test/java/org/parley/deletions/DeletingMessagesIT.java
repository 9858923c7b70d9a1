package org.parley.deletions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.harness.Messages.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** A deletion takes a number like a message, and nothing of the deleted text is kept anywhere. */
class DeletingMessagesIT {
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
        cem.post(room, "a secret for @" + ann.name());
    }

    @Test
    void one_deletes_what_one_wrote_and_staff_what_others_wrote() {
        ann.post(room, "mine");
        cem.delete(path("/messages/3")).refused(403, "forbidden");
        cem.delete(path("/messages/2")).expect(204);
        bob.delete(path("/messages/3")).expect(204);
        assertEquals(
                List.of("message_deleted by " + cem.name(), "message_deleted by " + bob.name()),
                events(3).stream()
                        .map(event -> event.path("type").asText() + " by "
                                + event.path("by").asText())
                        .toList());
        JsonNode noted = ann.get(path("/audit")).expect(200).path("entries").path(0);
        assertEquals("delete", noted.path("action").asText());
        assertEquals(bob.name(), noted.path("by").asText());
        assertEquals(ann.name(), noted.path("target").asText(), "and nothing of what one does oneself");
        assertEquals(3, noted.path("seq").asLong());
    }

    @Test
    void an_administrator_deletes_without_being_a_member_and_a_stranger_does_not() {
        Person dora = cast.dora();
        dora.delete(path("/messages/2")).refused(403, "not_member");
        ann.patch(path(""), Json.of("password", "sesame-sesame")).expect(200);
        dora.delete(path("/messages/2")).refused(403, "not_member");
        ann.patch(path(""), Json.of("visibility", "private")).expect(200);
        dora.delete(path("/messages/2")).refused(404, "not_found");
        cast.stranger().delete(path("/messages/2")).refused(401, "unauthenticated");
        cast.root().delete(path("/messages/2")).expect(204);
    }

    @Test
    void nothing_of_the_text_stays_in_any_answer() {
        String clientId = Person.newId();
        Messages.post(cem, room, Messages.of(clientId, "another secret").put("replyTo", 2));
        cem.delete(path("/messages/2")).expect(204);
        cem.delete(path("/messages/3")).expect(204);
        JsonNode deleted = ann.get(path("/messages/2")).expect(200);
        assertTrue(deleted.path("deleted").asBoolean());
        assertEquals("", deleted.path("body").asText());
        assertEquals(0, deleted.path("mentions").size());
        assertEquals(cem.name(), deleted.path("sender").path("username").asText());
        Messages.post(ann, room, Messages.of("what was it?").put("replyTo", 2)).expect(201);
        for (String rest : List.of("", "/messages", "/messages/2", "/messages/6", "/log")) {
            assertFalse(ann.get(path(rest)).expect(200).toString().contains("secret"), rest);
        }
        JsonNode repeat = Messages.post(cem, room, Messages.of(clientId, "another secret"))
                .expect(200);
        assertEquals(3, repeat.path("seq").asLong());
        assertEquals("", repeat.path("body").asText());
    }

    @Test
    void what_is_deleted_already_is_answered_alike_and_leaves_no_trace() {
        cem.delete(path("/messages/2")).expect(204);
        long head = Messages.head(ann, room);
        cem.delete(path("/messages/2")).expect(204);
        bob.delete(path("/messages/2")).expect(204);
        assertEquals(head, Messages.head(ann, room));
    }

    @Test
    void many_people_who_delete_the_same_at_once_take_one_number() {
        long head = Messages.head(ann, room);
        Stream.generate(() -> List.of(bob, cem))
                .limit(4)
                .flatMap(List::stream)
                .map(one -> CompletableFuture.supplyAsync(() -> one.delete(path("/messages/2"))))
                .toList()
                .forEach(answer -> answer.join().expect(204));
        assertEquals(head + 1, Messages.head(ann, room));
    }

    @Test
    void what_is_no_message_is_not_there_and_what_the_server_tells_stays() {
        cem.delete(path("/messages/2")).expect(204);
        for (String none : List.of("0", "3", "99", "-1", "x", "99999999999999999999")) {
            ann.delete(path("/messages/" + none)).refused(404, "not_found");
        }
        ann.delete(path("/messages/1")).refused(403, "forbidden");
        ann.delete("rooms/" + cast.unique("absent") + "/messages/1").refused(404, "not_found");
    }

    @Test
    void the_muted_take_back_what_they_wrote_and_the_banned_do_not() {
        ann.post(path("/mutes"), Json.of("username", cem.name())).expect(201);
        ann.post(path("/mutes"), Json.of("username", bob.name())).expect(201);
        Messages.post(bob, room, Messages.of("x")).refused(403, "muted");
        bob.delete(path("/messages/2")).refused(403, "muted");
        bob.delete(path("/messages/1")).refused(403, "forbidden");
        cem.delete(path("/messages/2")).expect(204);
        ann.delete(path("/mutes/" + cem.name())).expect(204);
        long seq = cem.post(room, "again").path("seq").asLong();
        ann.post(path("/bans"), Json.of("username", cem.name())).expect(201);
        cem.delete(path("/messages/" + seq)).refused(403, "banned");
    }

    @Test
    void in_an_archived_room_deleting_is_what_is_left() {
        ann.patch(path(""), Json.of("archived", true)).expect(200);
        Messages.post(cem, room, Messages.of("x")).refused(403, "forbidden");
        cem.delete(path("/messages/2")).expect(204);
    }

    @Test
    void pages_hold_messages_whatever_was_done_between_them() {
        for (int i = 3; i <= 40; i++) {
            ann.post(room, "m" + i);
        }
        LongStream.rangeClosed(3, 38)
                .forEach(seq -> ann.delete(path("/messages/" + seq)).expect(204));
        ann.post(room, "last");
        assertEquals(List.of(39L, 40L, 77L), page("?limit=3", true, false));
        assertEquals(List.of(38L, 39L, 40L), page("?before=77&limit=3", true, true));
        assertEquals(List.of(77L), page("?after=40&limit=3", true, false));
        assertEquals(List.of(39L, 40L, 77L), page("?around=60&limit=3", true, false));
        assertEquals(List.of(1L, 2L, 3L), page("?around=1&limit=3", false, true));
        assertEquals(List.of(), page("?before=1&limit=3", false, true));
        assertEquals(77, Messages.head(ann, room));
        assertEquals(
                LongStream.rangeClosed(1, 77).boxed().toList(),
                numbers(ann.get(path("/log?limit=200")).expect(200).path("events")));
    }

    private List<Long> page(String query, boolean before, boolean after) {
        JsonNode page = bob.get(path("/messages" + query)).expect(200);
        assertEquals(before, page.path("hasBefore").asBoolean(), query);
        assertEquals(after, page.path("hasAfter").asBoolean(), query);
        return numbers(page.path("messages"));
    }

    @Test
    void what_was_deleted_is_not_unread_and_names_nobody_any_more() {
        cem.post(room, "stays");
        ann.put(path("/read"), Json.of("seq", 1)).expect(204);
        assertUnread(2, 1);
        cem.delete(path("/messages/2")).expect(204);
        assertUnread(1, 0);
        JsonNode room = ann.get(path("")).expect(200);
        assertEquals(3, room.path("lastMessage").path("seq").asLong());
        assertEquals(4, room.path("head").asLong());
    }

    private void assertUnread(int unread, int mentions) {
        JsonNode membership = ann.get(path("")).expect(200).path("membership");
        assertEquals(unread, membership.path("unread").asInt());
        assertEquals(mentions, membership.path("mentions").asInt());
    }

    @Test
    void every_socket_is_told_in_the_place_of_the_number() {
        try (LiveSocket anns = ann.socket();
                LiveSocket second = cem.elsewhere().socket();
                LiveSocket cems = cem.socket()) {
            anns.join(room);
            second.join(room);
            cem.post(room, "before");
            LiveSocket.expect("done", cems.ask("delete_message", "room", room, "seq", 2));
            cem.post(room, "after");
            for (LiveSocket socket : List.of(anns, second)) {
                List<String> told = new ArrayList<>();
                while (told.size() < 3) {
                    JsonNode frame = socket.await(
                            "a numbered frame",
                            f -> f.path("message").has("body")
                                    || f.path("type").asText().equals("message_deleted"));
                    told.add(frame.path("seq").asText()
                            + frame.path("type").asText()
                            + frame.path("target").asText()
                            + frame.path("by").asText());
                }
                assertEquals(List.of("3new_message", "4message_deleted2" + cem.name(), "5new_message"), told);
            }
            assertEquals(
                    "forbidden",
                    cems.ask("delete_message", "room", room, "seq", 1)
                            .path("code")
                            .asText());
            assertEquals(
                    "not_found",
                    cems.ask("delete_message", "room", room, "seq", 77)
                            .path("code")
                            .asText());
            assertEquals(
                    "invalid_request",
                    cems.ask("delete_message", "room", room).path("code").asText());
        }
    }

    @Test
    void a_person_who_comes_back_sees_the_log_as_it_is_now() {
        cem.post(room, "stays");
        cem.delete(path("/messages/2")).expect(204);
        cem.post(room, "last");
        try (LiveSocket socket = bob.socket()) {
            socket.send(Json.of("type", "join_room", "room", room, "since", 1));
            JsonNode second = socket.await("new_message");
            assertEquals(2, second.path("seq").asLong());
            assertEquals("", second.path("message").path("body").asText());
            assertTrue(second.path("message").path("deleted").asBoolean());
            assertEquals(3, socket.await("new_message").path("seq").asLong());
            JsonNode deletion = socket.await("message_deleted");
            assertEquals(4, deletion.path("seq").asLong());
            assertEquals(2, deletion.path("target").asLong());
            assertEquals(5, socket.await("new_message").path("seq").asLong());
            assertEquals(5, socket.await("caught_up").path("seq").asLong());
        }
    }

    @Test
    void in_a_private_conversation_each_deletes_their_own() {
        Person root = cast.root();
        Person dora = cast.dora();
        long seq = ann.write(root, "between us").path("seq").asLong();
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket roots = root.privateSocket()) {
            String path = "direct/" + ann.name() + "/messages/" + seq;
            root.delete(path).refused(403, "forbidden");
            assertEquals(
                    "forbidden",
                    roots.ask("delete_message", "to", ann.name(), "seq", seq)
                            .path("code")
                            .asText());
            LiveSocket.expect("done", anns.ask("delete_message", "to", root.name(), "seq", seq));
            JsonNode told = roots.await("message_deleted");
            assertEquals(ann.name(), told.path("with").asText());
            assertEquals(seq, told.path("target").asLong());
            assertEquals(ann.name(), told.path("by").asText());
            assertEquals("", root.get(path).expect(200).path("body").asText());
            assertEquals(
                    "not_found",
                    anns.ask("delete_message", "to", dora.name(), "seq", 1)
                            .path("code")
                            .asText());
        }
        ann.delete("direct/" + dora.name() + "/messages/1").refused(404, "not_found");
    }

    private List<JsonNode> events(int after) {
        List<JsonNode> events = new ArrayList<>();
        ann.get(path("/log?after=" + after)).expect(200).path("events").forEach(events::add);
        return events;
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
