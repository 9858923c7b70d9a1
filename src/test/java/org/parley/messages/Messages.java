package org.parley.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** Messages by REST, and what tests look at in them. */
final class Messages {
    private Messages() {}

    static ObjectNode of(String clientId, String body) {
        return Json.of("clientId", clientId, "body", body);
    }

    static ObjectNode of(String body) {
        return of(Person.newId(), body);
    }

    static Answer post(Rest sender, String room, JsonNode message) {
        return sender.post("rooms/" + room + "/messages", message);
    }

    /** The numbers of a page's messages or a log's events. */
    static List<Long> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("seq").asLong())
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static long head(Rest reader, String room) {
        return reader.get("rooms/" + room).expect(200).path("head").asLong();
    }

    /** The fields that a refusal names. */
    static List<String> wrongFields(JsonNode problem) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }
}
