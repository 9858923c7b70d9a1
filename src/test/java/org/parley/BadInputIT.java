package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;
import org.parley.harness.Rest;

/** Input that no correct client sends, by REST and by socket. Another person in the same room must notice nothing. */
@Tag("once")
class BadInputIT {
    private static final String ID = "6f1c0a52-0c0f-4a76-9f0b-0d3b4e0f1a2b";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final String room = ann.createRoom(cast.unique("r"));
    private final String messages = "rooms/" + room + "/messages";
    private LiveSocket bystander;

    @BeforeEach
    void bob_listens() {
        bystander = cast.bob().socket();
        bystander.join(room);
    }

    /** Bob receives one good message, and it is the first: nothing of the refused input reached the room. */
    @AfterEach
    void bob_has_noticed_nothing_and_the_same_by_good_manners_succeeds() {
        ann.post(messages, Json.of("clientId", ID, "body", "good")).expect(201);
        assertEquals(1, bystander.await("new_message").path("seq").asInt());
        bystander.close();
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        Answer answer = ann.post(messages, Json.of("clientId", ID, "body", 5));
        JsonNode error = answer.refused(400, "invalid_request").path("errors").path(0);
        assertEquals("body", error.path("field").asText());
        assertEquals("must be text", error.path("message").asText());
        ann.post(messages, Json.of("clientId", 5, "body", "x")).refused(400, "invalid_request");
        ann.post(messages, Json.of("clientId", ID, "body", List.of("x"))).refused(400, "invalid_request");
        ann.post(messages, Json.of("clientId", ID, "body", "x", "replyTo", "1")).refused(400, "invalid_request");
        ann.put("rooms/" + room + "/read", Json.of("seq", 1.5)).refused(400, "invalid_request");
    }

    @Test
    void a_missing_field_is_named() {
        assertTrue(ann.post(messages, Json.of())
                        .refused(400, "invalid_request")
                        .path("errors")
                        .size()
                >= 1);
        ann.post(messages, Json.of("body", "x")).refused(400, "invalid_request");
        ann.post(messages, Json.of("clientId", ID)).refused(400, "invalid_request");
        ann.post(messages, Json.of("clientId", "no-uuid", "body", "x")).refused(400, "invalid_request");
    }

    static List<String> noJson() {
        String id = "\"clientId\":\"" + ID + "\"";
        return List.of(
                "",
                "{",
                "not json",
                "[]",
                "\"text\"",
                "{" + id + ",\"body\":\"a\",\"body\":\"b\"}",
                "{" + id + ",\"body\":\"x\"} {}",
                "{" + id + ",\"body\":\"x\",\"deep\":" + "[".repeat(1000) + "]".repeat(1000) + "}",
                "{" + id + ",\"body\":\"x\",\"long\":" + "9".repeat(100_000) + "}",
                "{" + id + ",\"body\":\"x\",\"replyTo\":" + "9".repeat(100_000) + "}",
                "{" + id + ",\"body\":\"x\",\"replyTo\":1e999999999}");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void malformed_and_hostile_json_is_refused(String body) {
        Answer answer = ann.raw("POST", messages, "application/json", BodyPublishers.ofString(body));
        answer.expect(400);
        assertTrue(List.of("invalid_json", "invalid_request").contains(answer.code()), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "x\\udc00y", "\\u0007", "\\u001b[31m", "", "  \\n "})
    void a_body_that_cannot_be_shown_is_refused(String escaped) {
        String body = "{\"clientId\":\"" + ID + "\",\"body\":\"" + escaped + "\"}";
        ann.raw("POST", messages, "application/json", BodyPublishers.ofString(body))
                .refused(400, "invalid_request");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] body = ("{\"clientId\":\"" + ID + "\",\"body\":\"\u00ff\"}").getBytes(StandardCharsets.ISO_8859_1);
        ann.raw("POST", messages, "application/json", BodyPublishers.ofByteArray(body))
                .expect(400);
    }

    @Test
    void a_body_may_have_8000_code_points_and_no_more() {
        ann.post(messages, Json.of("clientId", ID, "body", "x".repeat(8001))).refused(400, "invalid_request");
        ann.post(messages, Json.of("clientId", ID, "body", "😀".repeat(8001))).refused(400, "invalid_request");
        String other = ann.createRoom(cast.unique("long"));
        ann.post("rooms/" + other + "/messages", Json.of("clientId", ID, "body", "😀".repeat(8000)))
                .expect(201);
    }

    @Test
    void a_request_that_is_too_large_is_refused_whether_or_not_it_says_so() {
        byte[] large = ("{\"body\":\"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        ann.raw("POST", messages, "application/json", BodyPublishers.ofByteArray(large))
                .refused(413, "too_large");
        ann.raw("POST", messages, "application/json", BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))
                .refused(413, "too_large");
        Rest nobody = cast.stranger();
        nobody.raw("POST", messages, "application/json", BodyPublishers.ofByteArray(large))
                .refused(401, "unauthenticated");
    }

    @Test
    void another_type_of_content_is_refused() {
        String body = Json.of("clientId", ID, "body", "x").toString();
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            ann.raw("POST", messages, type, BodyPublishers.ofString(body)).refused(415, "unsupported_type");
        }
        for (String path : List.of(messages, messages + "/1/reports")) {
            cast.stranger()
                    .raw("POST", path, "text/plain", BodyPublishers.ofString(body))
                    .refused(401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-._", "a/b", "a\u200bb", "a\u202eb", "x~y", "~abc"})
    void a_name_that_cannot_be_is_refused(String name) {
        ann.post("rooms", Json.of("name", name, "visibility", "public")).refused(400, "invalid_request");
        cast.stranger()
                .post("auth/register", Json.of("username", name, "password", Person.PASSWORD))
                .refused(400, "invalid_request");
    }

    @Test
    void a_name_has_its_length() {
        ann.post("rooms", Json.of("name", "x".repeat(51), "visibility", "public"))
                .refused(400, "invalid_request");
        ann.post("rooms", Json.of("name", "main", "visibility", "public")).refused(409, "room_name_taken");
        ann.post("rooms", Json.of("name", room.toUpperCase(), "visibility", "public"))
                .refused(409, "room_name_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=x", "limit=-1", "before=x", "after=1e3", "around=99999999999999999999"})
    void a_page_that_cannot_be_is_refused(String query) {
        ann.get(messages + "?" + query).refused(400, "invalid_request");
    }

    static List<String> badFrames() {
        String text = "{\"type\":\"send_message\",\"room\":\"main\",\"clientId\":\"" + ID + "\",\"body\":";
        return List.of(
                "{\"type\":\"send_message\"}",
                "{\"type\":\"nothing_known\"}",
                "{\"type\":5}",
                "{}",
                text + "5}",
                text + "\"\\u0000\"}",
                text + "\"\\ud800\"}",
                "{\"type\":\"join_room\"}",
                "{\"type\":\"join_room\",\"room\":\"main\",\"since\":\"x\"}",
                "{\"type\":\"join_room\",\"room\":\"main\",\"since\":-1}",
                "{\"type\":\"mark_read\",\"room\":\"main\"}");
    }

    @ParameterizedTest
    @MethodSource("badFrames")
    void a_bad_frame_is_an_error_and_the_socket_stays(String frame) {
        assertRefused(frame, "invalid_request");
    }

    static List<String> brokenFrames() {
        return List.of(
                "not json",
                "",
                "5",
                "\"text\"",
                "[5]",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"x\":" + "{\"a\":".repeat(500) + "1" + "}".repeat(500) + "}",
                "{\"type\":\"ping\",\"x\":" + "9".repeat(100_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("brokenFrames")
    void a_frame_that_is_no_json_object_is_an_error_and_the_socket_stays(String frame) {
        assertRefused(frame, "invalid_json");
    }

    private void assertRefused(String frame, String code) {
        try (LiveSocket socket = ann.socket()) {
            socket.sendText(frame);
            JsonNode error = socket.await("error");
            assertEquals(code, error.path("code").asText(), error.toString());
            assertTrue(error.has("ref") && error.path("detail").isTextual(), error.toString());
            LiveSocket.expect("pong", socket.ask("ping"));
        }
    }

    @Test
    void the_frames_of_an_array_are_handled_in_order_the_bad_ones_too() {
        try (LiveSocket socket = ann.socket()) {
            socket.sendText(
                    "[{\"type\":\"ping\",\"ref\":\"1\"},{\"type\":\"x\",\"ref\":\"2\"},{\"type\":\"ping\",\"ref\":\"3\"}]");
            assertEquals("1", socket.await("pong").path("ref").asText());
            assertEquals("2", socket.await("error").path("ref").asText());
            assertEquals("3", socket.await("pong").path("ref").asText());
        }
    }

    @Test
    void what_the_protocol_forbids_closes_the_socket_with_its_code() {
        byte[] noUtf8 = {'"', (byte) 0xff, '"'};
        byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertCloses(1003, socket -> socket.frame(RawSocket.BINARY, true, new byte[] {1, 2, 3}));
        assertCloses(1007, socket -> socket.frame(RawSocket.TEXT, true, noUtf8));
        assertCloses(1009, socket -> socket.text("x".repeat(140_000)));
        assertCloses(
                1009, socket -> socket.frame(RawSocket.TEXT, false, part).frame(RawSocket.CONTINUATION, false, part));
    }

    private void assertCloses(int code, UnaryOperator<RawSocket> deed) {
        try (RawSocket socket = RawSocket.open(ann)) {
            assertEquals(code, deed.apply(socket).closeCode());
        }
    }
}
