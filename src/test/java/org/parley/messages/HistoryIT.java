package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.harness.Messages.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Messages;
import org.parley.harness.Person;

class HistoryIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private String room;

    @BeforeEach
    void ann_has_a_room() {
        room = ann.createRoom(cast.unique("tea"));
    }

    @Test
    void an_empty_room_has_nothing_on_either_side() {
        for (String query : List.of("", "?before=0", "?before=1", "?before=7", "?after=0", "?after=7", "?around=7")) {
            assertPage(query, 0, 0, false, false, 0);
        }
    }

    @Test
    void pages_are_ascending_and_say_what_is_on_either_side() {
        say(10);
        assertPage("", 1, 10, false, false, 10);
        assertPage("?limit=3", 8, 10, true, false, 10);
        assertPage("?before=8&limit=3", 5, 7, true, true, 10);
        assertPage("?before=4&limit=3", 1, 3, false, true, 10);
        assertPage("?before=3&limit=3", 1, 2, false, true, 10);
        assertPage("?after=0&limit=3", 1, 3, false, true, 10);
        assertPage("?after=4&limit=3", 5, 7, true, true, 10);
        assertPage("?after=7&limit=3", 8, 10, true, false, 10);
        assertPage("?around=5&limit=3", 4, 6, true, true, 10);
    }

    @Test
    void a_page_around_an_end_is_full_all_the_same() {
        say(10);
        assertPage("?around=1&limit=4", 1, 4, false, true, 10);
        assertPage("?around=10&limit=4", 7, 10, true, false, 10);
        assertPage("?around=5&limit=50", 1, 10, false, false, 10);
    }

    @Test
    void there_is_nothing_before_the_first_and_after_the_last() {
        say(3);
        assertPage("?before=1", 0, 0, false, true, 3);
        assertPage("?before=0", 0, 0, false, true, 3);
        assertPage("?after=3", 0, 0, true, false, 3);
    }

    @Test
    void numbers_beyond_the_head_find_the_end() {
        say(3);
        for (String far : List.of("4", "1000", "999999999999999999")) {
            assertPage("?before=" + far + "&limit=2", 2, 3, true, false, 3);
            assertPage("?around=" + far + "&limit=2", 2, 3, true, false, 3);
            assertPage("?after=" + far, 0, 0, true, false, 3);
        }
    }

    @Test
    void a_page_holds_50_unless_said_otherwise_and_200_at_most() {
        say(205);
        assertPage("", 156, 205, true, false, 205);
        assertPage("?limit=1", 205, 205, true, false, 205);
        assertPage("?limit=200", 6, 205, true, false, 205);
        for (String more : List.of("201", "1000", "99999999999999999999")) {
            assertPage("?limit=" + more, 6, 205, true, false, 205);
        }
        for (String none : List.of("0", "-1", "x", "", "1.5", "00")) {
            assertEquals(List.of("limit"), refusedFields("?limit=" + none));
        }
    }

    @Test
    void a_number_is_a_number_and_only_one_is_given() {
        say(1);
        for (String parameter : List.of("before", "after", "around")) {
            for (String bad : List.of("-1", "x", "", "1.5", "~1")) {
                assertEquals(List.of(parameter), refusedFields("?" + parameter + "=" + bad));
            }
            ann.get("rooms/" + room + "/messages?" + parameter + "=1").expect(200);
        }
        for (String two : List.of("before=1&after=1", "before=1&around=1", "after=1&around=1")) {
            page("?" + two).refused(400, "invalid_request");
        }
    }

    @Test
    void a_page_is_around_the_first_message_of_a_time_or_later() {
        for (int i = 0; i < 5; i++) {
            ann.post(room, "message " + i);
            ann.put("rooms/" + room + "/messages/1/reactions/%F0%9F%91%8D", null);
            ann.delete("rooms/" + room + "/messages/1/reactions/%F0%9F%91%8D");
        }
        JsonNode all = page("").expect(200).path("messages");
        for (JsonNode message : all) {
            Instant time = Instant.parse(message.path("createdAt").asText());
            assertEquals(List.of(firstAt(all, time)), numbers(at(time.toString(), 1)));
            assertEquals(
                    List.of(firstAt(all, time)), numbers(at(time.minusNanos(1).toString(), 1)));
        }
        assertEquals(numbers(all), numbers(at("2020-01-01T00:00:00+01:00", 50)));
        assertEquals(List.of(1L, 4L), numbers(at("-999999999-01-01T00:00:00Z", 2)));
        for (String late : List.of("2999-12-31T23:59:59.999999999Z", "+999999999-12-31T23:59:59Z")) {
            assertEquals(List.of(10L, 13L), numbers(at(late, 2)));
        }
    }

    private static long firstAt(JsonNode messages, Instant time) {
        for (JsonNode message : messages) {
            if (!Instant.parse(message.path("createdAt").asText()).isBefore(time)) {
                return message.path("seq").asLong();
            }
        }
        throw new AssertionError("No message is as late as " + time);
    }

    private JsonNode at(String time, int limit) {
        return page("?at=" + URLEncoder.encode(time, StandardCharsets.UTF_8) + "&limit=" + limit)
                .expect(200)
                .path("messages");
    }

    @Test
    void a_time_is_a_time_and_stands_alone() {
        assertPage("?at=2026-01-01T00:00:00Z", 0, 0, false, false, 0);
        say(1);
        for (String bad : List.of("", "x", "1", "2026-01-01", "2026-13-01T00:00:00Z")) {
            assertEquals(List.of("at"), refusedFields("?at=" + bad));
        }
        for (String other : List.of("before", "after", "around")) {
            page("?at=2026-01-01T00:00:00Z&" + other + "=1").refused(400, "invalid_request");
        }
    }

    private List<String> refusedFields(String query) {
        return Json.wrongFields(page(query).refused(400, "invalid_request"));
    }

    @Test
    void one_message_is_found_by_its_number() {
        say(2);
        JsonNode both = page("").expect(200).path("messages");
        assertEquals(both.get(0), one("1").expect(200));
        assertEquals(both.get(1), one("2").expect(200));
        for (String none : List.of("0", "3", "-1", "x", "1.0", "99999999999999999999")) {
            one(none).refused(404, "not_found");
        }
    }

    private Answer one(String seq) {
        return ann.get("rooms/" + room + "/messages/" + seq);
    }

    @Test
    void anyone_reads_an_open_room_and_only_members_one_with_a_password() {
        say(1);
        Person dora = cast.dora();
        for (String path : List.of("/messages", "/messages/1", "/log")) {
            dora.get("rooms/" + room + path).expect(200);
            cast.stranger().get("rooms/" + room + path).refused(401, "unauthenticated");
        }
        ann.patch("rooms/" + room, Json.of("password", "very-secret")).expect(200);
        for (String path : List.of("/messages", "/messages/1", "/messages/99", "/log")) {
            dora.get("rooms/" + room + path).refused(403, "not_member");
        }
        assertTrue(dora.get("rooms/" + room).expect(200).path("lastMessage").isNull(), "nor by the room's newest");
        dora.post("rooms/" + room + "/members", Json.of("password", "very-secret"));
        for (String path : List.of("/messages", "/messages/1", "/log")) {
            dora.get("rooms/" + room + path).expect(200);
        }
    }

    @Test
    void an_admin_reads_every_room() {
        say(1);
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        cast.root().get("rooms/" + room + "/messages").expect(200);
        cast.dora().get("rooms/" + room + "/messages").refused(404, "not_found");
    }

    @Test
    void hidden_and_absent_answer_alike_to_the_byte_on_every_route() {
        say(1);
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        Person dora = cast.dora();
        String absent = cast.unique("absent");
        List<String> reads = List.of("/messages", "/messages/1", "/messages/9", "/messages/x", "/log", "/log?after=1");
        for (String path : reads) {
            assertAlike(dora.get("rooms/" + absent + path), absent, dora.get("rooms/" + room + path));
        }
        for (String path : List.of("/read", "/delivered", "/unread")) {
            ObjectNode mark = Json.of("seq", 1);
            assertAlike(dora.put("rooms/" + absent + path, mark), absent, dora.put("rooms/" + room + path, mark));
        }
        ObjectNode message = Messages.of("x").put("replyTo", 1);
        assertAlike(Messages.post(dora, absent, message), absent, Messages.post(dora, room, message));
    }

    private void assertAlike(Answer absent, String absentName, Answer hidden) {
        hidden.refused(404, "not_found");
        assertEquals(absent.text().replace(absentName, "ROOM"), hidden.text().replace(room, "ROOM"), hidden.toString());
    }

    @Test
    void after_a_rename_every_message_bears_the_new_name() {
        say(1);
        String renamed = cast.unique("cake");
        ann.patch("rooms/" + room, Json.of("name", renamed)).expect(200);
        page("").refused(404, "not_found");
        JsonNode messages =
                ann.get("rooms/" + renamed + "/messages").expect(200).path("messages");
        messages.forEach(message -> assertEquals(renamed, message.path("room").asText()));
        assertEquals(2, messages.size());
    }

    private void assertPage(String query, long first, long last, boolean before, boolean after, long head) {
        JsonNode page = page(query).expect(200);
        List<Long> expected = first == 0
                ? List.of()
                : LongStream.rangeClosed(first, last).boxed().toList();
        assertEquals(expected, numbers(page.path("messages")), query);
        assertEquals(before, page.path("hasBefore").asBoolean(), "hasBefore of " + query);
        assertEquals(after, page.path("hasAfter").asBoolean(), "hasAfter of " + query);
        assertEquals(head, page.path("head").asLong(), query);
    }

    private Answer page(String query) {
        return ann.get("rooms/" + room + "/messages" + query);
    }

    private void say(int count) {
        Many.say(ann, room, count);
    }
}
