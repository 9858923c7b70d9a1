package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.harness.AsyncApi;
import org.parley.harness.Json;
import org.parley.messages.MessageJson;
import org.parley.messages.NumberedFrame;
import org.parley.problems.Code;

/** docs/asyncapi.yaml describes exactly what the code sends and accepts. */
class AsyncApiTest {
    private static final URI ROOMS = URI.create("ws://127.0.0.1/chat/live/rooms?ticket=1");

    /** The wire types of each record. Add a new record or a new type here and in the document. */
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("ConnectionEstablished", Set.of("connection_established")),
            Map.entry("RoomJoined", Set.of("room_joined")),
            Map.entry("Gap", Set.of("gap")),
            Map.entry("CaughtUp", Set.of("caught_up")),
            Map.entry("RoomLeft", Set.of("room_left")),
            Map.entry("MessageSent", Set.of("message_sent")),
            Map.entry("Done", Set.of("done")),
            Map.entry("Pong", Set.of("pong")),
            Map.entry("Attendance", Set.of("user_joined", "user_left")),
            Map.entry("Typing", Set.of("user_typing", "user_stopped_typing")),
            Map.entry("Receipt", Set.of("receipt")),
            Map.entry("Notification", Set.of("notification")),
            Map.entry("Sanctioned", Set.of("kicked", "banned", "muted")),
            Map.entry("SanctionNotification", Set.of("notification")),
            Map.entry("RoomNotification", Set.of("notification")),
            Map.entry("MembershipNotification", Set.of("notification")),
            Map.entry("ReportNotification", Set.of("notification")),
            Map.entry("UserUpdated", Set.of("user_updated")),
            Map.entry("Draft", Set.of("draft")),
            Map.entry("Presence", Set.of("presence")),
            Map.entry("RoomUpdated", Set.of("room_updated")),
            Map.entry("RoomDeleted", Set.of("room_deleted")),
            Map.entry("Error", Set.of("error")),
            Map.entry("NewMessageFrame", Set.of("new_message", "private_message")),
            Map.entry("MessageEditedFrame", Set.of("message_edited")),
            Map.entry("PinFrame", Set.of("message_pinned", "message_unpinned")),
            Map.entry("ReactionFrame", Set.of("reaction_added", "reaction_removed")),
            Map.entry("MessageDeletedFrame", Set.of("message_deleted")));

    private final AsyncApi document = AsyncApi.get();

    @Test
    void it_lists_exactly_the_types_that_are_sent() {
        assertEquals(records().map(Class::getSimpleName).collect(Collectors.toSet()), TYPES.keySet());
        Set<String> sent = TYPES.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(sent, document.sentTypes());
    }

    private static Stream<Class<?>> records() {
        Stream<Class<?>> numbered = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.parley").stream()
                        .filter(found -> found.isAssignableTo(NumberedFrame.class))
                        .map(JavaClass::reflect);
        return Stream.concat(Arrays.stream(Frames.class.getDeclaredClasses()), numbered)
                .filter(Class::isRecord);
    }

    @Test
    void it_lists_exactly_the_codes_of_errors() {
        assertEquals(
                Arrays.stream(Code.values()).map(Code::wire).collect(Collectors.toCollection(TreeSet::new)),
                texts(document.schema("Error").path("properties").path("code").path("enum")));
    }

    @Test
    void it_has_every_field_of_a_frame_and_no_other() {
        records().forEach(record -> {
            Set<String> types = TYPES.get(record.getSimpleName());
            JsonNode schema = document.schema(record.getSimpleName());
            JsonNode type = schema.path("properties").path("type");
            assertEquals(types, type.has("const") ? Set.of(type.path("const").asText()) : texts(type.path("enum")));
            assertFields(record, schema);
        });
        assertFields(MessageJson.class, document.schema("Message"));
    }

    private static void assertFields(Class<?> record, JsonNode schema) {
        assertEquals(names(record, true), fieldNames(schema.path("properties")), record::getSimpleName);
        assertFalse(schema.path("additionalProperties").asBoolean(true), record::getSimpleName);
        Set<String> required = texts(schema.path("required"));
        assertTrue(required.containsAll(names(record, false)), () -> record.getSimpleName() + " always has more");
    }

    /** @param optional whether also those that are left out when there is nothing to say */
    private static Set<String> names(Class<?> record, boolean optional) {
        Set<String> names = new TreeSet<>();
        if (record.isAnnotationPresent(JsonInclude.class) && !optional) {
            return names;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Field field = field(record, component.getName());
            if (field.isAnnotationPresent(JsonUnwrapped.class)) {
                names.addAll(names(component.getType(), optional));
            } else if (optional || !field.isAnnotationPresent(JsonInclude.class)) {
                JsonProperty named = field.getAnnotation(JsonProperty.class);
                names.add(named == null ? component.getName() : named.value());
            }
        }
        return names;
    }

    /** Jackson's annotations do not go onto components, but onto their fields. */
    private static Field field(Class<?> record, String name) {
        try {
            return record.getDeclaredField(name);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void it_lists_exactly_the_types_that_are_taken() {
        Set<String> taken = new TreeSet<>(document.takenTypes("live/rooms"));
        taken.addAll(document.takenTypes("live/private"));
        assertEquals(
                Arrays.stream(RequestType.values())
                        .map(RequestType::wire)
                        .collect(Collectors.toCollection(TreeSet::new)),
                taken);
    }

    @Test
    void it_says_how_a_request_looks() {
        ObjectNode request = Json.of("type", "mark_read", "room", "tea", "seq", 3, "ref", 7);
        assertEquals(List.of(), document.requestFaults(ROOMS, request));
        assertNotEquals(
                List.of(), document.requestFaults(ROOMS, request.deepCopy().put("seq", -1)));
        assertNotEquals(
                List.of(), document.requestFaults(ROOMS, request.deepCopy().put("to", "bob")));
    }

    @Test
    void what_differs_from_it_is_a_fault() {
        ObjectNode frame = Json.of("type", "caught_up", "room", "tea", "seq", 3);
        assertEquals(List.of(), document.faults(ROOMS, frame));
        assertNotEquals(List.of(), document.faults(ROOMS, frame.deepCopy().put("secret", "leaked")));
        assertNotEquals(List.of(), document.faults(ROOMS, frame.deepCopy().put("seq", "3")));
        assertNotEquals(List.of(), document.faults(ROOMS, frame.deepCopy().put("with", "bob")));
        assertNotEquals(List.of(), document.faults(ROOMS, Json.of("type", "caught_up", "room", "tea")));
        assertNotEquals(List.of(), document.faults(ROOMS, Json.of("type", "invented")));
        assertNotEquals(
                List.of(),
                document.faults(
                        ROOMS, Json.of("type", "presence", "username", "bob", "presence", "away", "lastSeenAt", null)),
                "it is for live/private");
    }
}
