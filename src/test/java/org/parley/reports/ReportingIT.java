package org.parley.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Who may report a message, and what the report keeps. */
class ReportingIT extends ReportedRoom {
    @Test
    void a_person_who_reports_a_message_is_shown_the_report() {
        JsonNode report = report(bob, "  spam\r\nagain ").expect(201);
        assertFalse(report.path("id").asText().isEmpty());
        assertEquals("buy my watches", report.path("message").path("body").asText());
        assertEquals(room, report.path("message").path("room").asText());
        assertEquals(bob.name(), report.path("by").asText());
        assertEquals("spam\nagain", report.path("reason").asText());
        assertEquals("open", report.path("state").asText());
        assertFalse(report.path("createdAt").asText().isEmpty());
    }

    @Test
    void every_person_who_may_read_a_message_may_report_it() {
        Person dora = cast.dora();
        report(dora, "a stranger may read here").expect(201);
        report(cem, "my own").expect(201);
        bob.delete(path() + "/members/me").expect(204);
        report(bob, "gone and still here").expect(201);
        ann.patch(path(), Json.of("password", "open sesame")).expect(200);
        report(dora, "again").refused(403, "not_member");
        report(root, "an administrator reads every room").expect(201);
        report(cem, "again").expect(201);
        ann.patch(path(), Json.of("archived", true)).expect(200);
        report(ann, "late").expect(201);
        assertEquals(5, list(ann, "").path("reports").size());
        cast.stranger()
                .post(path() + "/messages/" + seq + "/reports", Json.of("reason", "who am I"))
                .refused(401, "unauthenticated");
    }

    @Test
    void a_muted_person_may_report_and_a_removed_person_may_not() {
        ann.post(path() + "/mutes", Json.of("username", bob.name())).expect(201);
        report(bob, "spam").expect(201);
        ann.post(path() + "/bans", Json.of("username", bob.name())).expect(201);
        report(bob, "spam").refused(403, "banned");
        ann.patch(path(), Json.of("visibility", "private")).expect(200);
        report(cem, "spam").expect(201);
        ann.delete(path() + "/members/" + cem.name()).expect(204);
        report(cem, "spam").refused(404, "not_found");
    }

    @Test
    void a_hidden_room_and_an_absent_one_answer_alike_to_the_byte() {
        ann.patch(path(), Json.of("visibility", "private")).expect(200);
        Person dora = cast.dora();
        Answer hidden = report(dora, "spam");
        hidden.refused(404, "not_found");
        String absent = cast.unique("absent");
        Answer none = dora.post("rooms/" + absent + "/messages/" + seq + "/reports", Json.of("reason", "spam"));
        assertEquals(anonymous(none, absent), anonymous(hidden, room));
    }

    @Test
    void what_is_not_there_is_not_found_and_what_the_server_says_is_forbidden() {
        for (String number : List.of("99999", "0", "x", "-1", "99999999999999999999")) {
            bob.post(path() + "/messages/" + number + "/reports", Json.of("reason", "spam"))
                    .refused(404, "not_found");
        }
        ann.patch(path(), Json.of("topic", "cake")).expect(200);
        report(bob, seq + 1, "boring").refused(403, "forbidden");
        report(bob, seq, "spam").expect(201);
    }

    @Test
    void a_reason_is_needed_of_at_most_five_hundred_characters() {
        for (String bad : List.of("", "  \n ", "x".repeat(501), "a\u0000b")) {
            assertBlamed(report(bob, bad));
        }
        assertBlamed(bob.post(path() + "/messages/" + seq + "/reports", Json.of()));
        bob.call("POST", path() + "/messages/" + seq + "/reports", null).refused(400, "invalid_json");
        // A malformed request is refused before a missing message.
        assertBlamed(report(bob, 99999, ""));
        report(bob, "😀".repeat(500)).expect(201);
    }

    private static void assertBlamed(Answer answer) {
        JsonNode errors = answer.refused(400, "invalid_request").path("errors");
        assertEquals("reason", errors.get(0).path("field").asText());
    }

    @Test
    void the_same_again_answers_as_before_and_leaves_no_trace() {
        JsonNode first = report(bob, "spam").expect(201);
        assertEquals(first, report(bob, "spam").expect(201));
        assertEquals(first.path("id"), report(bob, "other words").expect(201).path("id"));
        report(ann, "spam, I say").expect(201);
        assertEquals(List.of("spam, I say", "spam"), texts(list(ann, "").path("reports"), "reason"));
    }

    @Test
    void of_many_that_come_at_once_there_is_one() {
        List<String> ids = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> report(bob, "spam").expect(201).path("id").asText())
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals(1, list(ann, "").path("reports").size());
    }
}
