package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Makes rooms without a name, and reads answers about them. */
final class Gathering {
    private Gathering() {}

    static Answer gather(Person asker, Person... others) {
        return gather(asker, Stream.of(others).map(Person::name).toArray(String[]::new));
    }

    static Answer gather(Person asker, String... others) {
        return asker.post("rooms", Json.of("visibility", "private", "members", List.of(others)));
    }

    static Answer add(Person adder, String room, Person newcomer) {
        return adder.post(room + "/members", Json.of("username", newcomer.name()));
    }

    /** The room's path, by its id. */
    static String path(JsonNode room) {
        return "rooms/" + room.path("id").asText();
    }

    /** Checks that the request is refused because of this field alone. */
    static void wrong(String field, Answer answer) {
        assertEquals(List.of(field), Json.wrongFields(answer.refused(400, "invalid_request")));
    }

    static Set<String> names(Person... people) {
        return Stream.of(people).map(Person::name).collect(Collectors.toSet());
    }

    /** The people in whose place a name would stand. */
    static Set<String> people(JsonNode room) {
        return Set.copyOf(room.path("people").findValuesAsText("username"));
    }
}
