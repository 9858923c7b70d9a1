package org.parley.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** What a room's owners and moderators see of reports and do with them. */
class ReportsIT extends ReportedRoom {
    @Test
    void staff_sees_what_was_reported_and_by_whom() {
        report(bob, "spam").expect(201);
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        for (Person staff : List.of(ann, bob, root)) {
            JsonNode report = list(staff, "").path("reports").get(0);
            assertEquals("buy my watches", report.path("message").path("body").asText());
            assertEquals(seq, report.path("message").path("seq").asLong());
            assertEquals(
                    cem.name(),
                    report.path("message").path("sender").path("username").asText());
            assertEquals(bob.name(), report.path("by").asText());
            assertEquals("spam", report.path("reason").asText());
            assertEquals("open", report.path("state").asText());
        }
    }

    @Test
    void nobody_else_sees_or_settles_them() {
        JsonNode report = report(bob, "spam").expect(201);
        Person dora = cast.dora();
        for (Person other : List.of(cem, dora)) {
            String code = other == dora ? "not_member" : "forbidden";
            other.get(path() + "/reports").refused(403, code);
            settle(other, report, "dismissed").refused(403, code);
        }
        cast.stranger().get(path() + "/reports").refused(401, "unauthenticated");
        ann.post(path() + "/bans", Json.of("username", cem.name())).expect(201);
        cem.get(path() + "/reports").refused(403, "banned");
        settle(cem, report, "dismissed").refused(403, "banned");
        assertEquals("open", list(ann, "").path("reports").get(0).path("state").asText());
        settle(ann, report, "dismissed").expect(200);
    }

    @Test
    void they_come_in_pages_the_newest_first_and_by_state() {
        JsonNode first = report(bob, "one").expect(201);
        report(cem, "two").expect(201);
        report(ann, "three").expect(201);
        settle(ann, first, "resolved").expect(200);
        assertEquals(List.of("three", "two", "one"), texts(list(ann, "").path("reports"), "reason"));
        assertEquals(List.of("three", "two"), texts(list(ann, "?state=open").path("reports"), "reason"));
        assertEquals(List.of("one"), texts(list(ann, "?state=resolved").path("reports"), "reason"));
        assertEquals(0, list(ann, "?state=dismissed").path("reports").size());

        JsonNode page = list(ann, "?limit=2");
        assertEquals(2, page.path("open").asInt());
        assertEquals(List.of("three", "two"), texts(page.path("reports"), "reason"));
        JsonNode rest = list(ann, "?limit=2&cursor=" + page.path("next").asText());
        assertEquals(List.of("one"), texts(rest.path("reports"), "reason"));
        assertTrue(rest.path("next").isNull());
        assertBlamed("state", ann.get(path() + "/reports?state=lost"));
        assertBlamed("cursor", ann.get(path() + "/reports?cursor=forged"));
    }

    @Test
    void they_are_settled_and_opened_again() {
        JsonNode report = report(bob, "spam").expect(201);
        JsonNode resolved = settle(ann, report, "resolved").expect(200);
        assertEquals(report.path("id"), resolved.path("id"));
        assertEquals("resolved", resolved.path("state").asText());
        assertEquals(ann.name(), resolved.path("settledBy").asText());
        assertEquals(
                "dismissed",
                settle(root, report, "dismissed").expect(200).path("state").asText());
        JsonNode again = settle(ann, report, "open").expect(200);
        assertEquals("open", again.path("state").asText());
        assertTrue(again.path("settledBy").isMissingNode());
        assertEquals(List.of("spam"), texts(list(ann, "?state=open").path("reports"), "reason"));
    }

    @Test
    void the_audit_tells_each_step_once_and_the_log_nothing() {
        JsonNode report = report(bob, "spam").expect(201);
        settle(ann, report, "resolved").expect(200);
        settle(root, report, "resolved").expect(200);
        settle(ann, report, "open").expect(200);
        JsonNode entries = ann.get(path() + "/audit").expect(200).path("entries");
        assertEquals(List.of("report_open", "report_resolved"), texts(entries, "action"));
        assertEquals(ann.name(), entries.get(1).path("by").asText());
        assertEquals(cem.name(), entries.get(1).path("target").asText());
        assertEquals("spam", entries.get(1).path("reason").asText());
        assertEquals(seq, entries.get(1).path("seq").asLong(), "of the message");
        assertEquals(seq, ann.get(path()).expect(200).path("head").asLong());
    }

    @Test
    void a_report_of_another_room_is_not_found_here() {
        JsonNode report = report(bob, "spam").expect(201);
        String other = ann.createRoom(cast.unique("coffee"));
        for (String id : List.of(report.path("id").asText(), "0", "zzzzzzzzzzzzz", "A", "nothing-of-ours")) {
            ann.patch("rooms/" + other + "/reports/" + id, Json.of("state", "resolved"))
                    .refused(404, "not_found");
        }
        assertBlamed("state", settle(ann, report, "lost"));
        assertBlamed("state", ann.patch(path() + "/reports/" + report.path("id").asText(), Json.of()));
        settle(ann, report, "resolved").expect(200);
    }

    @Test
    void they_go_with_their_room() {
        JsonNode report = report(bob, "spam").expect(201);
        ann.delete(path()).expect(204);
        ann.get(path() + "/reports").refused(404, "not_found");
        settle(ann, report, "resolved").refused(404, "not_found");
        root.patch("admin/reports/" + report.path("id").asText(), Json.of("state", "resolved"))
                .refused(404, "not_found");
    }

    private static void assertBlamed(String field, Answer answer) {
        JsonNode problem = answer.refused(400, "invalid_request");
        assertEquals(field, problem.path("errors").get(0).path("field").asText());
    }
}
