package org.parley.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Reports of private messages go to the server's administrators, who see only the reported message. */
@Tag("once")
class AdminReportsIT extends ReportedRoom {
    @Test
    void an_admin_sees_the_reported_private_message_and_no_other() {
        long secret = bob.write(cem, "my secret is a cake").path("seq").asLong();
        JsonNode reply = cem.post(
                        "direct/" + bob.name() + "/messages",
                        Json.of("clientId", Person.newId(), "body", "then I will tell", "replyTo", secret))
                .expect(201);
        JsonNode report =
                reportPrivately(bob, cem, reply.path("seq").asLong(), "threat").expect(201);
        assertEquals(cem.name(), report.path("message").path("with").asText());
        assertEquals(
                "my secret is a cake",
                report.path("message").path("replyTo").path("excerpt").asText());

        JsonNode seen = everywhere(report);
        assertEquals("then I will tell", seen.path("message").path("body").asText());
        assertEquals(
                cem.name(), seen.path("message").path("sender").path("username").asText());
        assertEquals(bob.name(), seen.path("by").asText());
        assertEquals("threat", seen.path("reason").asText());
        assertEquals(
                Stream.of(bob.name(), cem.name()).sorted().toList(),
                StreamSupport.stream(seen.path("between").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        assertTrue(seen.path("message").path("room").isNull());
        assertTrue(seen.path("message").path("with").isMissingNode());
        assertFalse(seen.toString().contains("cake"), "what it answers is not the admin's to read");
        String id = bob.get("direct/" + cem.name()).expect(200).path("id").asText();
        root.get("rooms/" + id + "/reports").refused(404, "not_found");
        root.get("direct/" + id + "/messages").refused(404, "not_found");
    }

    @Test
    void only_the_two_may_report_what_they_say() {
        long number = bob.write(cem, "hush").path("seq").asLong();
        String id = bob.get("direct/" + cem.name()).expect(200).path("id").asText();
        for (Person other : List.of(ann, root)) {
            other.post("direct/" + id + "/messages/" + number + "/reports", Json.of("reason", "nosy"))
                    .refused(404, "not_found");
            other.post("rooms/" + id + "/messages/" + number + "/reports", Json.of("reason", "nosy"))
                    .refused(404, "not_found");
            reportPrivately(other, cem, number, "nosy").refused(404, "not_found");
        }
        reportPrivately(cem, bob, number + 1, "nothing there").refused(404, "not_found");
        reportPrivately(cem, bob, number, "").refused(400, "invalid_request");
        cem.put("blocks/" + bob.name(), Json.of()).expect(204);
        reportPrivately(cem, bob, number, "enough").expect(201);
    }

    @Test
    void nobody_but_an_admin_has_the_list_or_settles_what_is_private() {
        long number = bob.write(cem, "hush").path("seq").asLong();
        JsonNode report = reportPrivately(cem, bob, number, "loud").expect(201);
        for (Person other : List.of(ann, bob, cem)) {
            other.get("admin/reports").refused(403, "forbidden");
            settleAnywhere(other, report, "resolved").refused(403, "forbidden");
        }
        cast.stranger().get("admin/reports").refused(401, "unauthenticated");
        settle(ann, report, "resolved").refused(404, "not_found");
        JsonNode resolved = settleAnywhere(root, report, "resolved").expect(200);
        assertEquals("resolved", resolved.path("state").asText());
        assertEquals(root.name(), resolved.path("settledBy").asText());
        assertEquals("hush", resolved.path("message").path("body").asText());
        settleAnywhere(root, report, "lost").refused(400, "invalid_request");
        root.patch("admin/reports/zzz", Json.of("state", "open")).refused(404, "not_found");
    }

    @Test
    void the_list_has_the_reports_of_rooms_too_in_pages_and_by_state() {
        JsonNode first = report(bob, "one").expect(201);
        JsonNode second = report(ann, "two").expect(201);
        JsonNode seen = everywhere(first);
        assertEquals(room, seen.path("room").asText());
        assertEquals(room, seen.path("message").path("room").asText());
        assertTrue(seen.path("between").isMissingNode());
        settleAnywhere(root, first, "dismissed").expect(200);
        assertEquals(
                List.of("report_dismissed"),
                texts(ann.get(path() + "/audit").expect(200).path("entries"), "action"));
        JsonNode page = root.get("admin/reports?state=open&limit=1").expect(200);
        assertEquals(second.path("id"), page.path("reports").get(0).path("id"));
        assertFalse(StreamSupport.stream(
                        root.get("admin/reports?state=open")
                                .expect(200)
                                .path("reports")
                                .spliterator(),
                        false)
                .anyMatch(one -> one.path("id").equals(first.path("id"))));
        root.get("admin/reports?state=lost").refused(400, "invalid_request");
    }

    private static Answer reportPrivately(Person reporter, Person other, long number, String reason) {
        return reporter.post("direct/" + other.name() + "/messages/" + number + "/reports", Json.of("reason", reason));
    }

    private static Answer settleAnywhere(Person admin, JsonNode report, String state) {
        return admin.patch("admin/reports/" + report.path("id").asText(), Json.of("state", state));
    }

    /** A report as an administrator sees it. */
    private JsonNode everywhere(JsonNode report) {
        return StreamSupport.stream(
                        root.get("admin/reports?limit=200")
                                .expect(200)
                                .path("reports")
                                .spliterator(),
                        false)
                .filter(one -> one.path("id").equals(report.path("id")))
                .findFirst()
                .orElseThrow();
    }
}
