package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The live frames as {@code docs/asyncapi.yaml} describes them. */
public final class AsyncApi {
    private static final String IRI = "urn:parley:asyncapi";

    private static final String PAYLOAD = "payload.";
    private static final AsyncApi ONE = new AsyncApi();

    private final JsonNode document = read();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(IRI, schemaDocument())));
    private final Map<String, Schema> byMessage = new ConcurrentHashMap<>();
    /** The name of the message, by a channel's address and a frame's type. */
    private final Map<String, Map<String, String>> sent = frames("send");

    private final Map<String, Map<String, String>> taken = frames("receive");

    private AsyncApi() {}

    public static AsyncApi get() {
        return ONE;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(new File("docs/asyncapi.yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** JSON Schema has no messages, so their payloads become definitions beside those that they refer to. */
    private String schemaDocument() {
        ObjectNode definitions = document.path("components").path("schemas").deepCopy();
        document.path("components")
                .path("messages")
                .properties()
                .forEach(message -> definitions.set(
                        PAYLOAD + message.getKey(), message.getValue().path("payload")));
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("definitions", definitions);
        return schema.toString().replace("#/components/schemas/", "#/definitions/");
    }

    private Map<String, Map<String, String>> frames(String action) {
        Map<String, Map<String, String>> frames = new TreeMap<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                JsonNode channel = at(ref(operation.path("channel")));
                frames.computeIfAbsent(channel.path("address").asText(), address -> new TreeMap<>())
                        .putAll(messages(operation, channel));
            }
        }
        return frames;
    }

    /** If an operation names no messages, all of its channel. */
    private Map<String, String> messages(JsonNode operation, JsonNode channel) {
        Map<String, String> messages = new TreeMap<>();
        Iterable<JsonNode> named = operation.has("messages") ? operation.path("messages") : channel.path("messages");
        for (JsonNode each : named) {
            String place = ref(each);
            // An operation refers to its channel, which refers to the message.
            String message = at(place).has("$ref") ? ref(at(place)) : place;
            String key = message.substring(message.lastIndexOf('/') + 1);
            messages.put(at(message).path("name").asText(key), key);
        }
        return messages;
    }

    private static String ref(JsonNode reference) {
        return reference.path("$ref").asText().substring(1);
    }

    private JsonNode at(String pointer) {
        JsonNode found = document.at(pointer);
        if (found.isMissingNode()) {
            throw new IllegalStateException("docs/asyncapi.yaml has no " + pointer);
        }
        return found;
    }

    /** The types that the server sends, on any channel. */
    public Set<String> sentTypes() {
        return types(sent);
    }

    /** The types that the server accepts at this address. */
    public Set<String> takenTypes(String address) {
        return taken.get(address).keySet();
    }

    private static Set<String> types(Map<String, Map<String, String>> frames) {
        Set<String> types = new TreeSet<>();
        frames.values().forEach(each -> types.addAll(each.keySet()));
        return types;
    }

    /** The schema of this name. */
    public JsonNode schema(String name) {
        return at("/components/schemas/" + name);
    }

    /** All errors in a frame of the server. @param address where it came, perhaps only the path */
    public List<String> faults(URI address, JsonNode frame) {
        return faults(sent, address, frame);
    }

    /** All errors in a frame of a client. */
    public List<String> requestFaults(URI address, JsonNode frame) {
        return faults(taken, address, frame);
    }

    private List<String> faults(Map<String, Map<String, String>> frames, URI address, JsonNode frame) {
        String type = frame.path("type").asText();
        return frames.entrySet().stream()
                .filter(channel -> address.getPath().endsWith(channel.getKey()))
                .findFirst()
                .map(channel -> channel.getValue().get(type))
                .map(message -> faults(message, frame))
                .orElseGet(() -> List.of("docs/asyncapi.yaml knows no such type at this address"));
    }

    private List<String> faults(String message, JsonNode frame) {
        Schema schema = byMessage.computeIfAbsent(
                message, key -> schemas.getSchema(SchemaLocation.of(IRI + "#/definitions/" + PAYLOAD + key)));
        return schema.validate(frame).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }
}
