package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Owners and moderators learn at once of reports in their room, and nobody else does. */
@Tag("once")
class TellingStaffIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();

    @Test
    void staff_is_told_of_a_report_and_of_what_became_of_it() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        long seq = ann.post(room, "hm").path("seq").asLong();
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket();
                LiveSocket cems = cem.privateSocket()) {
            JsonNode report = report(cem, "rooms/" + room + "/messages/" + seq);
            report(cem, "rooms/" + room + "/messages/" + seq);
            assertTold(anns, room, seq, "open", 1);
            assertTold(bobs, room, seq, "open", 1);
            bob.patch("rooms/" + room + "/reports/" + report.path("id").asText(), Json.of("state", "dismissed"))
                    .expect(200);
            assertTold(anns, room, seq, "dismissed", 0);
            long secret = ann.write(cem, "psst").path("seq").asLong();
            report(cem, "direct/" + ann.name() + "/messages/" + secret);
            long next = ann.post(room, "hm, hm").path("seq").asLong();
            report(cem, "rooms/" + room + "/messages/" + next);
            assertTold(anns, room, next, "open", 1);
            assertTrue(cems.drain().stream().noneMatch(TellingStaffIT::ofReport));
        }
    }

    private static JsonNode report(Person reporter, String message) {
        return reporter.post(message + "/reports", Json.of("reason", "odd")).expect(201);
    }

    private static boolean ofReport(JsonNode frame) {
        return frame.path("kind").asText().equals("report");
    }

    private static void assertTold(LiveSocket socket, String room, long seq, String state, int open) {
        JsonNode told = socket.await("notification", TellingStaffIT::ofReport);
        assertEquals(room, told.path("room").asText());
        assertEquals(seq, told.path("seq").asLong());
        assertEquals(state, told.path("state").asText());
        assertEquals(open, told.path("open").asInt());
        assertTrue(told.path("reason").isMissingNode());
    }
}
