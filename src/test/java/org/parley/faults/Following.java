package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** What a client receives after it comes back. */
final class Following {
    private Following() {}

    /** The client receives exactly what it missed, in order, and then the frame that says that this was all. */
    static void assertResumes(Person person, String room, long since, long head) {
        try (LiveSocket socket = person.socket()) {
            socket.send(Json.of("type", "join_room", "room", room, "since", since));
            List<Long> numbers = new ArrayList<>();
            JsonNode end = socket.await("caught_up", frame -> {
                if (frame.has("message")) {
                    numbers.add(frame.path("seq").asLong());
                }
                return frame.path("type").asText().equals("caught_up");
            });
            assertEquals(LongStream.rangeClosed(since + 1, head).boxed().toList(), numbers);
            assertEquals(head, end.path("seq").asLong());
        }
    }
}
