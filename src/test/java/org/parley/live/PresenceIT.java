package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

@Tag("once")
class PresenceIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;
    private LiveSocket anns;

    @BeforeEach
    void ann_listens_to_her_room() {
        room = ann.createRoom(cast.unique("tea"));
        anns = ann.socket();
        anns.join(room);
    }

    @AfterEach
    void ann_goes() {
        anns.close();
    }

    @Test
    void the_others_are_told_who_comes_and_goes() {
        try (LiveSocket bobs = bob.socket()) {
            JsonNode joined = bobs.join(room);
            assertEquals(2, joined.path("onlineCount").asInt());
            assertEquals(Set.of(ann.name(), bob.name()), new HashSet<>(Listeners.texts(joined.path("online"))));
            assertAttendance("user_joined", 2);
            assertEquals(2, onlineCount());
            bobs.assertNone("user_joined");
            bobs.ask("leave_room", "room", room);
            assertAttendance("user_left", 1);
        }
        assertEquals(1, onlineCount());
    }

    @Test
    void a_person_who_breaks_off_has_left_within_ten_seconds() {
        LiveSocket bobs = bob.socket();
        bobs.join(room);
        assertAttendance("user_joined", 2);
        bobs.abort();
        assertAttendance("user_left", 1);
    }

    @Test
    void a_person_who_comes_back_soon_was_never_away() {
        LiveSocket first = bob.socket();
        first.join(room);
        assertAttendance("user_joined", 2);
        first.abort();
        try (LiveSocket second = bob.socket()) {
            second.join(room);
            second.say(room, "back");
            anns.await("new_message");
            second.ask("leave_room", "room", room);
            JsonNode next = anns.await(
                    "attendance", frame -> frame.path("type").asText().startsWith("user_"));
            assertEquals("user_left", next.path("type").asText(), "neither left nor joined before");
        }
    }

    @Test
    void a_second_tab_keeps_its_user_present() {
        try (LiveSocket first = bob.socket();
                LiveSocket second = bob.socket()) {
            first.join(room);
            second.join(room);
            assertAttendance("user_joined", 2);
            first.ask("leave_room", "room", room);
            second.say(room, "still here");
            anns.await("new_message");
            assertEquals(2, onlineCount());
            anns.assertNone("user_left", "user_joined");
            second.ask("leave_room", "room", room);
            assertAttendance("user_left", 1);
        }
    }

    @Test
    void many_people_who_come_at_once_are_told_of_together() {
        List<LiveSocket> sockets = List.of("bea", "bo", "ben", "bix").stream()
                .map(name -> cast.register(name).socket())
                .toList();
        sockets.parallelStream().forEach(socket -> socket.join(room));
        Set<String> told = new HashSet<>();
        anns.await("all of them", frame -> {
            if (Listeners.is(frame, "user_joined")) {
                told.addAll(Listeners.texts(frame.path("usernames")));
            }
            return told.size() == sockets.size();
        });
        assertEquals(5, onlineCount());
        sockets.forEach(LiveSocket::close);
    }

    @Test
    void a_person_who_says_idle_on_every_socket_is_away() {
        try (LiveSocket first = bob.socket();
                LiveSocket second = bob.socket()) {
            assertEquals("online", presence());
            present(first, "idle");
            assertEquals("online", presence(), "the other socket is active");
            present(second, "idle");
            assertEquals("away", presence());
            present(first, "active");
            assertEquals("online", presence());
            assertEquals(
                    "invalid_request",
                    first.ask("set_presence", "state", "asleep").path("code").asText());
        }
        assertSoonOffline();
    }

    private void present(LiveSocket socket, String state) {
        socket.send(Json.of("type", "set_presence", "state", state));
        socket.drain();
    }

    private void assertSoonOffline() {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!presence().equals("offline")) {
            assertTrue(System.nanoTime() < deadline, "no socket is left");
        }
    }

    private String presence() {
        return ann.get("users/" + bob.name()).expect(200).path("presence").asText();
    }

    private int onlineCount() {
        return ann.get("rooms/" + room).expect(200).path("onlineCount").asInt();
    }

    private void assertAttendance(String type, int onlineCount) {
        JsonNode frame = anns.await(type);
        assertEquals(room, frame.path("room").asText());
        assertEquals(List.of(bob.name()), Listeners.texts(frame.path("usernames")));
        assertEquals(onlineCount, frame.path("onlineCount").asInt());
    }
}
