package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** What the container shares between handshakes must not belong to one person. */
@Tag("once")
class WhoIsWhoIT {
    private static final int PEOPLE = 200;

    private final Cast cast = Cast.onSharedServer();

    @Test
    void two_hundred_people_who_come_at_once_keep_their_identities() {
        List<Person> people = IntStream.range(0, PEOPLE)
                .parallel()
                .mapToObj(i -> cast.register("p" + i + "-"))
                .toList();
        List<String> greeted = people.parallelStream().map(WhoIsWhoIT::greeted).toList();
        assertEquals(people.stream().map(Person::name).toList(), greeted);
    }

    /** As whom the server greets somebody. */
    private static String greeted(Person person) {
        try (LiveSocket socket = LiveSocket.connect(person, "live/rooms")) {
            return socket.await("connection_established").at("/user/username").asText();
        }
    }
}
