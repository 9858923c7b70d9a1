package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.harness.Cast;
import org.parley.harness.EventSource;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.rights.Right;
import org.parley.rights.Scene;
import org.parley.rights.Who;

/** Every frame, in a public and a private room, sent by every kind of person. */
@Tag("once")
class FrameRightsIT {
    private static final Set<RequestType> ONLY_PRIVATE = EnumSet.of(RequestType.PRIVATE_MESSAGE, RequestType.CATCH_UP);
    private static final Set<RequestType> WHILE_LISTENING =
            EnumSet.of(RequestType.TYPING_START, RequestType.TYPING_STOP);

    /** Whoever is let in leaves another room behind. */
    private static final Set<RequestType> SPOILING =
            EnumSet.of(RequestType.JOIN_ROOM, RequestType.DELETE_MESSAGE, RequestType.KICK_USER, RequestType.BAN_USER);

    private final Scene.Company company = new Scene.Company();
    private final Map<Boolean, Scene> scenes = new HashMap<>();

    /** Exhaustive: a frame that is not here does not compile. */
    private static Right right(RequestType type) {
        return switch (type) {
            case JOIN_ROOM -> Right.ENTERING;
            case LEAVE_ROOM -> Right.SEEING;
            case SEND_MESSAGE -> Right.WRITING;
            case DELETE_MESSAGE, KICK_USER, BAN_USER -> Right.STAFF;
            case TYPING_START, TYPING_STOP, MARK_READ, MARK_DELIVERED -> Right.MEMBERS;
            case PRIVATE_MESSAGE, CATCH_UP, SET_PRESENCE, PING -> Right.SIGNED_IN;
        };
    }

    @TestFactory
    Stream<DynamicTest> a_frame_is_taken_from_the_people_of_the_matrix() {
        return Stream.of(false, true).flatMap(hidden -> Stream.of(RequestType.values())
                .map(type ->
                        DynamicTest.dynamicTest(type.wire() + (hidden ? ", private" : ""), () -> ask(type, hidden))));
    }

    private void ask(RequestType type, boolean hidden) {
        for (Who who : Who.values()) {
            if (who == Who.ANONYMOUS) {
                continue;
            }
            Scene scene = scenes.computeIfAbsent(hidden, wanted -> new Scene(company, wanted));
            String expected = right(type).refusal(who, hidden);
            assertEquals(expected == null ? "" : expected, code(type, who, scene), () -> type + " of " + who);
            if (expected == null && SPOILING.contains(type)) {
                scenes.remove(hidden);
            }
        }
    }

    private static String code(RequestType type, Who who, Scene scene) {
        Person person = scene.person(who);
        try (LiveSocket socket = ONLY_PRIVATE.contains(type) ? person.privateSocket() : person.socket()) {
            if (WHILE_LISTENING.contains(type) && right(type).refusal(who, scene.hidden()) == null) {
                socket.join(scene.room());
            }
            ObjectNode frame = Json.of("room", scene.room(), "to", scene.other().name(), "ref", "asked");
            frame.put("username", scene.other().name()).put("seq", 1).put("state", "active");
            frame.put("clientId", Person.newId()).put("body", "hello").put("type", type.wire());
            socket.send(frame);
            if (!answered(type)) {
                // What has no answer is refused before the next frame is looked at.
                socket.send(Json.of("type", "ping", "ref", "asked"));
            }
            JsonNode answer =
                    socket.await("an answer", told -> told.path("ref").asText().equals("asked"));
            return answer.path("code").asText();
        }
    }

    private static boolean answered(RequestType type) {
        return switch (type) {
            case TYPING_START, TYPING_STOP, MARK_READ, MARK_DELIVERED, SET_PRESENCE -> false;
            default -> true;
        };
    }

    @Test
    void nobody_opens_a_socket_without_signing_in() {
        for (String path : List.of("live/rooms", "live/private")) {
            assertThrows(
                    CompletionException.class,
                    () -> LiveSocket.connect(Cast.onSharedServer().stranger(), path));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_stream_of_events_is_given_a_room_as_a_socket_is() {
        return Stream.of(false, true)
                .map(hidden -> DynamicTest.dynamicTest(hidden ? "private" : "public", () -> listen(hidden)));
    }

    private void listen(boolean hidden) {
        for (Who who : Who.values()) {
            if (who == Who.ANONYMOUS) {
                continue;
            }
            Scene scene = new Scene(company, hidden);
            String expected = Right.ENTERING.refusal(who, hidden);
            try (EventSource stream = EventSource.open(scene.person(who), "api/live?rooms=" + scene.room(), null)) {
                String type = expected == null ? "room_joined" : "error";
                JsonNode told = stream.await(type).data();
                assertEquals(expected == null ? "" : expected, told.path("code").asText(), who::toString);
            }
        }
    }
}
