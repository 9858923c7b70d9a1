package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;

class ResumingIT {
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
    void a_person_who_has_everything_is_told_so() {
        Many.say(ann, room, 3);
        try (LiveSocket socket = bob.socket()) {
            List<JsonNode> frames = resume(socket, 3);
            assertEquals(List.of(), Listeners.numbers(frames));
            assertEquals(3, last(frames).path("seq").asLong());
            ann.post(room, "next");
            assertEquals(4, socket.await("new_message").path("seq").asLong());
        }
    }

    @Test
    void an_empty_room_is_caught_up_with_at_once() {
        try (LiveSocket socket = bob.socket()) {
            List<JsonNode> frames = resume(socket, 0);
            assertEquals(0, last(frames).path("seq").asLong());
            assertTrue(frames.stream().noneMatch(frame -> Listeners.is(frame, "gap")));
        }
    }

    @Test
    @Tag("once")
    void more_than_a_page_comes_whole_and_in_order() {
        Many.say(ann, room, 1050);
        try (LiveSocket socket = bob.socket()) {
            assertEquals(Listeners.range(1, 1050), Listeners.numbers(resume(socket, 0)));
            assertEquals(Listeners.range(900, 1050), Listeners.numbers(resume(socket, 899)));
        }
    }

    @Test
    void what_is_above_the_head_was_another_room() {
        Many.say(ann, room, 250);
        try (LiveSocket socket = bob.socket()) {
            List<JsonNode> frames = resume(socket, 251);
            JsonNode gap = gap(frames);
            assertEquals(1, gap.path("from").asLong());
            assertEquals(50, gap.path("to").asLong());
            assertEquals(Listeners.range(51, 250), Listeners.numbers(frames));
            assertEquals(250, last(frames).path("seq").asLong());
        }
    }

    @Test
    @Tag("long")
    void a_person_who_is_more_than_10_000_behind_is_told_of_a_gap_and_given_the_newest() {
        Many.say(ann, room, 10_050);
        try (LiveSocket socket = bob.socket()) {
            List<JsonNode> frames = resume(socket, 49);
            JsonNode gap = gap(frames);
            assertEquals(room, gap.path("room").asText());
            assertEquals(50, gap.path("from").asLong());
            assertEquals(9850, gap.path("to").asLong());
            assertEquals(Listeners.range(9851, 10_050), Listeners.numbers(frames));
            assertEquals(Listeners.range(51, 10_050), Listeners.numbers(resume(socket, 50)), "10 000 are no gap");
        }
    }

    @Test
    @Tag("once")
    void what_is_said_meanwhile_comes_once_and_in_its_place() throws Exception {
        Many.say(ann, room, 1500);
        Person dora = cast.dora();
        dora.join(room);
        Thread talking = new Thread(() -> Many.say(dora, room, 1500));
        talking.start();
        for (int since = 0; since < 1500; since += 300) {
            try (LiveSocket socket = bob.socket()) {
                List<JsonNode> frames = resume(socket, since);
                List<Long> numbers = new ArrayList<>(Listeners.numbers(frames));
                long more = 5;
                while (numbers.get(numbers.size() - 1) < 3000 && more-- > 0) {
                    numbers.add(socket.await("new_message").path("seq").asLong());
                }
                assertEquals(Listeners.range(since + 1, since + numbers.size()), numbers);
            }
        }
        talking.join();
        try (LiveSocket socket = bob.socket()) {
            assertEquals(Listeners.range(1, 3000), Listeners.numbers(resume(socket, 0)));
        }
    }

    @Test
    @Tag("once")
    void a_person_who_writes_while_catching_up_gets_each_number_once() {
        Many.say(ann, room, 900);
        try (LiveSocket socket = bob.socket()) {
            socket.send(Json.of("type", "join_room", "room", room, "since", 0));
            for (int i = 0; i < 20; i++) {
                socket.send(Many.frame(room, "while catching up"));
            }
            List<Long> numbers = new ArrayList<>();
            socket.await("all", frame -> {
                numbers.addAll(Listeners.numbers(List.of(frame)));
                return numbers.size() == 920;
            });
            assertEquals(Listeners.range(1, 920), numbers.stream().sorted().toList());
            assertEquals(
                    Listeners.range(1, 900),
                    numbers.stream().filter(n -> n <= 900).toList());
            ann.post(room, "last");
            assertEquals(921, socket.await("new_message").path("seq").asLong());
        }
    }

    @Test
    void one_id_in_two_rooms_at_once_is_two_messages_each_told_once() {
        String other = bob.createRoom(cast.unique("other"));
        try (LiveSocket socket = bob.socket()) {
            socket.join(room);
            socket.join(other);
            for (int i = 0; i < 20; i++) {
                String id = Person.newId();
                String frame = "{\"type\":\"send_message\",\"clientId\":\"" + id + "\",\"body\":\"x\",\"room\":\"";
                socket.sendText("[" + frame + room + "\"}," + frame + other + "\"}]");
                socket.await("message_sent");
                socket.await("message_sent");
                socket.assertNone("new_message", "message_sent");
            }
        }
    }

    @Test
    void repeats_in_one_frame_are_all_answered_and_the_message_is_told_once() {
        try (LiveSocket socket = bob.socket();
                LiveSocket listener = ann.socket()) {
            socket.join(room);
            listener.join(room);
            String frame = Many.frame(room, "x").toString();
            socket.sendText("[" + frame + "," + frame + "," + frame + "]");
            for (int i = 0; i < 3; i++) {
                assertEquals(1, socket.await("message_sent").path("seq").asLong());
            }
            socket.assertNone("new_message");
            assertEquals(1, listener.await("new_message").path("seq").asLong());
            listener.assertNone("new_message");
        }
    }

    private List<JsonNode> resume(LiveSocket socket, long since) {
        socket.send(Json.of("type", "join_room", "room", room, "since", since));
        List<JsonNode> frames = Listeners.until(socket, "caught_up");
        return frames.subList(joinedAt(frames), frames.size());
    }

    /** Joining again may find frames of the feed before. */
    private static int joinedAt(List<JsonNode> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Listeners.is(frames.get(i), "room_joined")) {
                return i;
            }
        }
        throw new AssertionError("Never joined: " + frames);
    }

    private static JsonNode gap(List<JsonNode> frames) {
        return frames.stream()
                .filter(frame -> Listeners.is(frame, "gap"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode last(List<JsonNode> frames) {
        return frames.get(frames.size() - 1);
    }
}
