package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Messages by REST, and the fields of them that tests check. */
public final class Messages {
    private Messages() {}

    public static ObjectNode of(String clientId, String body) {
        return Json.of("clientId", clientId, "body", body);
    }

    public static ObjectNode of(String body) {
        return of(Person.newId(), body);
    }

    public static Answer post(Rest sender, String room, JsonNode message) {
        return sender.post("rooms/" + room + "/messages", message);
    }

    /** The numbers of a page's messages or a log's events. */
    public static List<Long> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("seq").asLong())
                .toList();
    }

    public static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public static long head(Rest reader, String room) {
        return reader.get("rooms/" + room).expect(200).path("head").asLong();
    }
}
