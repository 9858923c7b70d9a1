package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;

/** How sockets are closed, and what keeps them open. */
@Tag("once")
class ClosingIT {
    private static final int SMALL_BUFFER = 8192;
    /** More than its outbox and every buffer on the way hold. */
    private static final int MOST_BEFORE_CUT = 6000;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void a_ping_is_answered_with_the_mark_it_came_with() {
        try (LiveSocket socket = ann.socket()) {
            for (Object ref : List.of("x", "", 7, -1, Long.MAX_VALUE)) {
                socket.send(Json.of("type", "ping", "ref", ref));
                assertEquals(Json.of("type", "pong", "ref", ref), socket.next());
            }
            socket.send(Json.of("type", "ping"));
            assertEquals(Json.of("type", "pong"), socket.next());
        }
    }

    @Test
    void the_frames_of_an_array_are_handled_in_order() {
        try (LiveSocket socket = ann.socket()) {
            socket.join(room);
            List<String> frames = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                frames.add(Many.frame(room, "number " + i).put("ref", i).toString());
            }
            socket.sendText("[" + String.join(",", frames) + "]");
            for (int i = 1; i <= 100; i++) {
                JsonNode sent = socket.await("message_sent");
                assertEquals(i, sent.path("ref").asInt());
                assertEquals(i, sent.path("seq").asInt());
                assertEquals("number " + i, sent.path("message").path("body").asText());
            }
        }
    }

    /** The server reuses request objects, so it must not release one while another thread still uses it. */
    @Test
    void sockets_that_the_server_closes_spoil_the_requests_of_nobody_else() throws Exception {
        List<CompletableFuture<Void>> people = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> signInAndOut(cast.register("eve" + i))))
                .toList();
        people.forEach(CompletableFuture::join);
        String log = Files.readString(cast.server().log(), StandardCharsets.UTF_8);
        assertFalse(log.contains("Exception during FilterChain execution"), log);
    }

    private static void signInAndOut(Person person) {
        for (int i = 0; i < 10; i++) {
            Person session = person.elsewhere();
            try (LiveSocket rooms = session.socket();
                    LiveSocket conversations = session.privateSocket()) {
                session.post("auth/logout", Json.of());
                assertEquals(4401, rooms.closeCode());
                assertEquals(4401, conversations.closeCode());
            }
            person.get("auth/me").expect(200);
        }
    }

    @Test
    @Tag("long")
    void a_reader_that_takes_nothing_is_cut_off_and_the_others_notice_nothing() {
        bob.join(room);
        Person dora = cast.dora();
        try (RawSocket deaf = RawSocket.open(dora, SMALL_BUFFER);
                LiveSocket anns = ann.socket();
                LiveSocket listening = bob.socket()) {
            deaf.text(Json.of("type", "join_room", "room", room).toString());
            anns.join(room);
            listening.join(room);
            String body = "x".repeat(8000);
            int said = 0;
            while (present(dora) && said < MOST_BEFORE_CUT) {
                said++;
                anns.say(room, body);
                assertEquals(said, listening.await("new_message").path("seq").asInt());
            }
            assertTrue(said < MOST_BEFORE_CUT, "cut off after " + said + " messages");
            int code = deaf.closeCode();
            // The close frame may not find its way through what the peer did not take.
            assertTrue(code == 1013 || code == 1006, "closed with " + code);
        }
    }

    private boolean present(Person person) {
        return ann.get("users/" + person.name())
                .expect(200)
                .path("presence")
                .asText()
                .equals("online");
    }

    @Test
    void a_reader_that_reads_late_is_waited_for_while_catching_up() {
        bob.join(room);
        String body = "x".repeat(8000);
        Many.say(ann, room, 700, body);
        try (RawSocket late = RawSocket.open(bob, SMALL_BUFFER)) {
            late.text(Json.of("type", "join_room", "room", room, "since", 0).toString());
            // What is said meanwhile waits as a number, however much it is.
            Many.say(ann, room, 100, body);
            List<Long> numbers = new ArrayList<>();
            while (numbers.size() < 800) {
                numbers.addAll(Listeners.numbers(late.nextFrames()));
            }
            assertEquals(Listeners.range(1, 800), numbers);
        }
    }
}
