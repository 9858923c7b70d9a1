package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Notifications about rooms reach the concerned person's own sockets, and no others. */
@Tag("once")
class NotificationsIT {
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
    void a_person_who_is_named_is_told_with_the_message() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            JsonNode message = ann.post(room, "come here, @" + bob.name());
            JsonNode told = notification(bobs, "mention");
            assertEquals(room, told.path("room").asText());
            assertEquals(message.path("seq"), told.path("seq"));
            assertEquals(message, told.path("message"));
            assertNotTold(anns, "mention");
        }
    }

    @Test
    void a_person_who_is_answered_is_told_once() {
        try (LiveSocket bobs = bob.privateSocket()) {
            long asked = bob.post(room, "who comes?").path("seq").asLong();
            JsonNode answer = ann.post(
                            "rooms/" + room + "/messages",
                            Json.of("clientId", Person.newId(), "body", "I, @" + bob.name(), "replyTo", asked))
                    .expect(201);
            assertEquals(answer.path("seq"), notification(bobs, "reply").path("seq"));
            assertNotTold(bobs, "mention");
        }
    }

    @Test
    void naming_or_answering_oneself_tells_nobody() {
        try (LiveSocket anns = ann.privateSocket()) {
            long asked = ann.post(room, "I, @" + ann.name()).path("seq").asLong();
            ann.post(
                            "rooms/" + room + "/messages",
                            Json.of("clientId", Person.newId(), "body", "again", "replyTo", asked))
                    .expect(201);
            bob.post(room, "and @" + ann.name());
            assertEquals(asked + 2, notification(anns, "mention").path("seq").asLong(), "the first that was told");
            assertNotTold(anns, "reply");
        }
    }

    @Test
    void a_person_who_is_added_joins_or_leaves_elsewhere_is_told() {
        try (LiveSocket doras = cast.dora().privateSocket();
                LiveSocket cems = cem().privateSocket()) {
            ann.post("rooms/" + room + "/members", Json.of("username", cast.unique("cem")))
                    .expect(201);
            JsonNode added = notification(cems, "added");
            assertEquals(room, added.path("room").asText());
            assertEquals(ann.name(), added.path("by").asText());
            Person.signIn(ann.base(), cast.unique("cem"), Person.PASSWORD)
                    .delete("rooms/" + room + "/members/me")
                    .expect(204);
            assertEquals(room, notification(cems, "left").path("room").asText());
            Person.signIn(ann.base(), cast.unique("cem"), Person.PASSWORD).join(room);
            assertEquals(room, notification(cems, "joined").path("room").asText());
            assertNotTold(doras, "added", "left", "joined");
        }
    }

    private Person cem() {
        return cast.cem();
    }

    @Test
    void members_are_told_when_their_room_changes_or_goes() {
        try (LiveSocket bobs = bob.privateSocket();
                LiveSocket doras = cast.dora().privateSocket()) {
            String name = cast.unique("coffee");
            ann.patch("rooms/" + room, Json.of("name", name)).expect(200);
            JsonNode changed = notification(bobs, "room");
            assertEquals(name, changed.path("update").path("name").asText());
            assertEquals(changed.path("id"), changed.path("update").path("id"));
            ann.delete("rooms/" + name).expect(204);
            JsonNode gone = notification(bobs, "room");
            assertEquals(name, gone.path("room").asText());
            assertTrue(gone.path("update").isNull());
            assertNotTold(doras, "room");
        }
    }

    @Test
    void something_new_is_told_where_no_socket_of_theirs_listens() {
        try (LiveSocket bobs = bob.privateSocket();
                LiveSocket anns = ann.privateSocket();
                LiveSocket annsRoom = ann.socket()) {
            annsRoom.join(room);
            bob.post(room, "bob's own");
            ann.post(room, "hello");
            ann.post(room, "hello, @" + bob.name());
            JsonNode told = bobs.await(
                    "unread",
                    frame -> frame.path("kind").asText().equals("unread")
                            && frame.path("head").asLong() == 3);
            assertEquals(room, told.path("room").asText());
            assertEquals(1, told.path("mentions").asInt());
            assertNotTold(anns, "unread");
        }
    }

    private static JsonNode notification(LiveSocket socket, String kind) {
        return socket.await(
                "notification " + kind,
                frame -> Listeners.is(frame, "notification")
                        && frame.path("kind").asText().equals(kind));
    }

    private static void assertNotTold(LiveSocket socket, String... kinds) {
        for (JsonNode frame : socket.drain()) {
            for (String kind : kinds) {
                assertTrue(!frame.path("kind").asText().equals(kind), () -> "Nothing was to be told, but " + frame);
            }
        }
    }
}
