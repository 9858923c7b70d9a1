package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;
import org.parley.harness.Rest;
import org.parley.harness.Waiting;

/** A person who does too much is refused, and nobody else notices. Runs on a server with its limits on. */
@Tag("embedded")
class FloodsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LimitedServer limited = LimitedServer.get();
    private final Cast cast = limited.cast();
    private final Person ann = limited.person("ann");
    private final Person bob = limited.person("bob");
    private final Person cem = limited.person("cem");
    private final Person dora = limited.person("dora");
    private final Person eve = limited.person("eve");
    private final Person fay = limited.person("fay");
    private final Person gil = limited.person("gil");

    @Test
    void a_person_who_writes_too_much_waits_whichever_way_they_write_and_others_do_not() {
        String room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        try (LiveSocket socket = ann.socket()) {
            for (int i = 0; i < 5; i++) {
                ann.post(room, "by REST");
                socket.say(room, "live");
            }
            // The limit allows this many at once; while they were written, some tokens may have come back.
            Answer answer = post(ann, room);
            for (int i = 0; i < 20 && answer.status() == 201; i++) {
                answer = post(ann, room);
            }
            assertLater(answer.refused(429, "rate_limited"));
            assertTrue(answer.header("Retry-After").isPresent());
            JsonNode refusal =
                    socket.ask("send_message", "room", room, "clientId", Person.newId(), "body", "and by socket");
            assertEquals("rate_limited", refusal.path("code").asText());
            assertLater(refusal);
        }
        post(bob, room).expect(201);
    }

    @Test
    void a_person_who_writes_too_much_is_told_so_whatever_they_write_and_each_counts_once() {
        try (LiveSocket socket = eve.socket();
                LiveSocket own = eve.privateSocket()) {
            // Ten at once, good and bad, by REST and by socket.
            for (int i = 0; i < 2; i++) {
                post(eve, "main").expect(201);
                eve.post("rooms/main/messages", Json.of("body", 5)).refused(400, "invalid_request");
                eve.post("rooms/nowhere/messages", Json.of()).refused(400, "invalid_request");
                refused("invalid_request", socket.ask("send_message", "room", "main", "body", 5));
                refused("invalid_request", own.ask("private_message", "to", List.of()));
            }
            Answer answer = post(eve, "main");
            for (int i = 0; i < 20 && answer.status() == 201; i++) {
                answer = post(eve, "main");
            }
            answer.refused(429, "rate_limited");
            eve.post("rooms/main/messages", Json.of("body", 5)).refused(429, "rate_limited");
            eve.post("rooms/nowhere/messages", Json.of()).refused(429, "rate_limited");
            eve.post("direct/nobody/messages", Json.of()).refused(429, "rate_limited");
            refused("rate_limited", socket.ask("send_message", "room", "main", "body", 5));
            refused("rate_limited", socket.ask("send_message", "room", "nowhere"));
            refused("rate_limited", own.ask("private_message", "to", List.of()));
            cast.stranger().post("rooms/main/messages", Json.of("body", 5)).refused(401, "unauthenticated");
        }
        post(bob, "main").expect(201);
    }

    @Test
    void a_person_who_deletes_too_much_waits_whether_there_is_anything_to_delete_or_not() {
        for (int i = 0; i < 3; i++) {
            fay.delete("rooms/main/messages/999").refused(404, "not_found");
        }
        fay.delete("rooms/main/messages/999").refused(429, "rate_limited");
        try (LiveSocket socket = fay.socket()) {
            refused("rate_limited", socket.ask("delete_message", "room", "main", "seq", 1));
        }
    }

    private static void refused(String code, JsonNode error) {
        assertEquals(code, error.path("code").asText(), error.toString());
    }

    @Test
    void a_person_who_guesses_a_password_waits_and_its_owner_signs_in_elsewhere_all_the_same() {
        for (int i = 0; i < 5; i++) {
            signIn(dora.name(), "wrong-password").refused(401, "invalid_credentials");
        }
        assertLater(signIn(dora.name(), "wrong-password").refused(429, "rate_limited"));
        assertLater(signIn(dora.name().toUpperCase(java.util.Locale.ROOT), Person.PASSWORD)
                .refused(429, "rate_limited"));
        dora.get("auth/me").expect(200);
        signIn(cem.name(), Person.PASSWORD).expect(200);
    }

    @Test
    void a_person_who_changes_too_much_waits_whatever_it_is_and_still_reads_writes_and_signs_out() {
        Person elsewhere = gil.elsewhere();
        for (int i = 0; i < 10; i++) {
            gil.createRoom(cast.unique("room-" + i));
            gil.post("auth/live-ticket", Json.of()).expect(201);
            gil.patch("users/me", Json.of("bio", "changed " + i)).expect(200);
        }
        gil.post("rooms", Json.of("name", 5)).refused(429, "rate_limited");
        gil.post("rooms", Json.of("members", List.of(ann.name(), bob.name()), "visibility", "private"))
                .refused(429, "rate_limited");
        assertLater(gil.post("auth/live-ticket", Json.of()).refused(429, "rate_limited"));
        gil.put("blocks/" + bob.name(), Json.of()).refused(429, "rate_limited");
        gil.put("direct/" + bob.name() + "/notify", Json.of("notify", "all")).refused(429, "rate_limited");
        gil.delete("rooms/main/members/me").refused(429, "rate_limited");
        elsewhere
                .post("auth/refresh", Json.of("refreshToken", elsewhere.refreshToken()))
                .refused(429, "rate_limited");
        gil.get("rooms").expect(200);
        post(gil, "main").expect(201);
        gil.put("rooms/main/read", Json.of("seq", 0)).expect(204);
        elsewhere.post("auth/logout", Json.of()).expect(204);
        dora.patch("users/me", Json.of("bio", "changed")).expect(200);
    }

    @Test
    void a_person_who_guesses_the_present_password_to_change_it_waits() {
        for (int i = 0; i < 5; i++) {
            fay.put("auth/password", Json.of("current", "wrong-horse", "password", "battery-staple"))
                    .refused(400, "invalid_request");
        }
        fay.put("auth/password", Json.of("current", Person.PASSWORD, "password", "battery-staple"))
                .refused(429, "rate_limited");
    }

    @Test
    void a_person_who_guesses_the_password_of_a_room_waits() {
        String room = cast.unique("vault");
        ann.post("rooms", Json.of("name", room, "visibility", "public", "password", "open sesame"))
                .expect(201);
        for (int i = 0; i < 8; i++) {
            enter(bob, room, null).refused(403, "wrong_room_password");
        }
        for (int i = 0; i < 5; i++) {
            enter(bob, room, "wrong password " + i).refused(403, "wrong_room_password");
        }
        assertLater(enter(bob, room, "open sesame").refused(429, "rate_limited"));
        enter(cem, room, "open sesame").expect(201);
    }

    @Test
    void a_person_who_reports_too_much_waits_and_others_report() {
        // Not in ann's room, because another test counts its messages.
        String room = fay.createRoom(cast.unique("press"));
        long seq = fay.post(room, "read all about it").path("seq").asLong();
        String path = "rooms/" + room + "/messages/" + seq + "/reports";
        for (int i = 0; i < 20; i++) {
            dora.post(path, Json.of("reason", "too loud")).expect(201);
        }
        assertLater(dora.post(path, Json.of("reason", "too loud")).refused(429, "rate_limited"));
        cem.post(path, Json.of("reason", "too loud")).expect(201);
    }

    @Test
    void a_flood_of_frames_is_refused_and_then_cut_off() {
        try (LiveSocket flooding = cem.socket();
                LiveSocket calm = cem.socket()) {
            ArrayNode pings = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 600; i++) {
                pings.add(Json.of("type", "ping", "ref", i));
            }
            flooding.send(pings);
            JsonNode refusal = flooding.await("error");
            assertEquals("rate_limited", refusal.path("code").asText());
            assertTrue(refusal.path("ref").asInt() >= 200, refusal.toString());
            assertEquals(4400, flooding.closeCode());
            assertEquals("pong", calm.ask("ping").path("type").asText());
        }
    }

    @Test
    void pings_of_the_protocol_count_like_all_frames() {
        try (RawSocket flooding = RawSocket.open(fay);
                LiveSocket calm = fay.socket()) {
            flooding.pings(600, 0);
            assertEquals(4400, flooding.closeCode());
            assertEquals("pong", calm.ask("ping").path("type").asText());
        }
    }

    @Test
    void an_address_registers_only_so_many() {
        Rest anybody = cast.stranger();
        Answer answer = null;
        for (int i = 0; i < 25 && (answer == null || answer.status() == 201); i++) {
            answer = anybody.post(
                    "auth/register",
                    Json.of("username", cast.unique("eve-" + i), "password", Person.PASSWORD, "cookie", false));
        }
        assertLater(answer.refused(429, "rate_limited"));
    }

    @Test
    void a_user_has_sixteen_requests_in_flight_and_others_have_theirs() {
        List<RawSocket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 15; i++) {
                waiting.add(RawSocket.unfinished(eve));
            }
            eve.get("auth/me").expect(200);
            Waiting.until("sixteen are there", PATIENCE, () -> {
                // One more each time, because the question itself may have taken the place that was free.
                waiting.add(RawSocket.unfinished(eve));
                return eve.get("auth/me").status() == 429;
            });
            assertLater(eve.get("rooms").refused(429, "rate_limited"));
            bob.get("auth/me").expect(200);
            eve.get("health").expect(200);
            eve.socket().close();
        } finally {
            waiting.forEach(RawSocket::close);
        }
        Waiting.until(
                "their places are free", PATIENCE, () -> eve.get("auth/me").status() == 200);
    }

    private static void assertLater(JsonNode refusal) {
        assertTrue(refusal.path("retryAfter").asInt() >= 1, refusal.toString());
    }

    @Test
    void a_person_who_searches_too_much_waits() {
        for (int i = 0; i < 3; i++) {
            gil.get("search?q=").refused(400, "invalid_request");
        }
        assertLater(gil.get("search?q=tea").refused(429, "rate_limited"));
        fay.get("search?q=").refused(400, "invalid_request");
    }

    private static Answer post(Person person, String room) {
        return person.post("rooms/" + room + "/messages", Json.of("clientId", Person.newId(), "body", "hello"));
    }

    private Answer signIn(String username, String password) {
        return cast.stranger().post("auth/login", Json.of("username", username, "password", password, "cookie", false));
    }

    private static Answer enter(Person person, String room, String password) {
        return person.post("rooms/" + room + "/members", password == null ? Json.of() : Json.of("password", password));
    }
}
