package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

@Tag("once")
class SessionsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person elsewhere = ann.elsewhere();

    @Test
    void one_sees_where_one_is_signed_in() {
        JsonNode list = ann.get("auth/sessions").expect(200);
        assertEquals(2, list.path("sessions").size());
        assertTrue(list.path("next").isNull());
        JsonNode own = current(ann);
        assertEquals("127.0.0.1", own.path("address").asText());
        assertTrue(own.path("userAgent").asText().startsWith("Java-http-client"));
        assertTrue(own.path("createdAt").isTextual() && own.path("lastSeenAt").isTextual());
        assertNotEquals(own.path("id"), current(elsewhere).path("id"));
    }

    @Test
    void an_address_that_only_a_client_claims_does_not_count() {
        Person eve = Person.register(new Rest(ann.base(), null, "203.0.113.9"), cast.unique("eve"));
        assertEquals("127.0.0.1", current(eve).path("address").asText());
    }

    @Test
    void the_list_is_paged_newest_first() {
        JsonNode first = ann.get("auth/sessions?limit=1").expect(200);
        assertEquals(
                current(elsewhere).path("id"), first.path("sessions").get(0).path("id"));
        JsonNode second = ann.get(
                        "auth/sessions?limit=1&cursor=" + first.path("next").asText())
                .expect(200);
        assertEquals(current(ann).path("id"), second.path("sessions").get(0).path("id"));
        assertTrue(second.path("next").isNull());
    }

    @Test
    void a_page_that_cannot_be_is_refused() {
        for (String page : List.of("limit=0", "limit=-1", "limit=many", "cursor=!", "cursor=" + "AAAA")) {
            ann.get("auth/sessions?" + page).refused(400, "invalid_request");
        }
        ann.get("auth/sessions?limit=1000000").expect(200);
    }

    @Test
    void an_account_has_a_hundred_sessions_at_most() {
        Person latest = ann;
        for (int i = 2; i <= 100; i++) {
            latest = ann.elsewhere();
        }
        assertEquals(100, sessions(latest));
        latest.elsewhere();
        assertEquals(100, sessions(latest));
    }

    private static int sessions(Person person) {
        return person.get("auth/sessions?limit=200")
                .expect(200)
                .path("sessions")
                .size();
    }

    @Test
    void a_revoked_session_ends_with_its_tokens_tickets_and_sockets() {
        String id = current(elsewhere).path("id").asText();
        String ticket = elsewhere
                .post("auth/live-ticket", Json.of())
                .expect(201)
                .path("ticket")
                .asText();
        try (LiveSocket socket = elsewhere.socket()) {
            ann.delete("auth/sessions/" + id).expect(204);
            assertEquals(4401, socket.closeCode());
        }
        elsewhere.get("auth/me").refused(401, "unauthenticated");
        cast.stranger()
                .post("auth/refresh", Json.of("refreshToken", elsewhere.refreshToken()))
                .refused(401, "unauthenticated");
        assertEquals(401, LiveSocket.handshake(new Rest(ann.base(), null), "live/rooms?ticket=" + ticket));
        ann.get("auth/me").expect(200);
        ann.delete("auth/sessions/" + id).refused(404, "not_found");
    }

    @Test
    void nobody_ends_anybody_elses_session() {
        String id = current(ann).path("id").asText();
        Person bob = cast.bob();
        JsonNode hidden = bob.delete("auth/sessions/" + id).refused(404, "not_found");
        String absentId = UUID.randomUUID().toString();
        JsonNode absent = bob.delete("auth/sessions/" + absentId).refused(404, "not_found");
        assertEquals(hidden.toString().replace(id, absentId), absent.toString());
        bob.delete("auth/sessions/nonsense").refused(404, "not_found");
        ann.get("auth/me").expect(200);
    }

    private static JsonNode current(Person person) {
        for (JsonNode session : person.get("auth/sessions").expect(200).path("sessions")) {
            if (session.path("current").asBoolean()) {
                return session;
            }
        }
        throw new AssertionError("No session is the current one");
    }
}
