package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.EventSource;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;
import org.parley.harness.Rest;
import org.parley.harness.Waiting;

/** The limits of sockets per user and per address. Runs on a server with its limits on. */
@Tag("embedded")
class CountingSocketsIT {
    private static final int USERS = LimitedServer.SOCKETS_OF_A_USER;
    private static final int ADDRESSES = LimitedServer.SOCKETS_OF_AN_ADDRESS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String TOO_MANY =
            String.join(",", IntStream.range(0, 51).mapToObj(i -> "room" + i).toList());

    private final Person hal = LimitedServer.get().person("hal");
    private final Person ida = LimitedServer.get().person("ida");
    private final Person joe = LimitedServer.get().person("joe");
    private final List<LiveSocket> open = new ArrayList<>();
    private final List<EventSource> streams = new ArrayList<>();

    @AfterEach
    void all_go() {
        open.forEach(LiveSocket::close);
        streams.forEach(EventSource::close);
        Waiting.until("the address has places again", PATIENCE, () -> status(ida, "live/rooms") == 101);
    }

    @Test
    void a_user_has_so_many_sockets_and_others_have_theirs() {
        fill(hal, USERS);
        Answer refusal = hal.get("../live/private");
        JsonNode problem = refusal.refused(429, "rate_limited");
        assertTrue(problem.path("retryAfter").asInt() >= 1, problem.toString());
        assertTrue(refusal.header("Retry-After").isPresent());
        assertEquals(429, status(hal, "live/rooms"));
        assertEquals(429, status(hal, "live/private"), "both kinds count together");
        assertEquals(429, status(hal.elsewhere(), "live/rooms"), "whatever the session");
        assertEquals(429, status(hal, "live/rooms", "X-Forwarded-For", "203.0.113.9"), "whatever they say");
        hal.get("live").refused(429, "rate_limited");
        LiveSocket.expect("pong", open.get(0).ask("ping"));
        assertEquals(101, status(ida, "live/rooms"));
        open.remove(0).close();
        fill(hal, 1);
    }

    @Test
    void a_ticket_is_no_way_around_it() {
        fill(hal, USERS);
        String ticket = hal.post("auth/live-ticket", Json.of())
                .expect(201)
                .path("ticket")
                .asText();
        assertEquals(429, status(new Rest(hal.base(), null), "live/rooms?ticket=" + ticket));
    }

    @Test
    @Tag("thorough")
    void streams_of_events_count_as_sockets_do() {
        fill(hal, USERS - 5);
        for (int i = 0; i < 5; i++) {
            Waiting.until("one more stream may come", PATIENCE, () -> streamed(hal));
        }
        assertEquals(429, status(hal, "live/rooms"));
        hal.get("live?rooms=main").refused(429, "rate_limited");
        streams.forEach(EventSource::close);
        // That they are gone is noticed when something is written to them.
        for (int i = 0; i < 5; i++) {
            Waiting.until("a stream is over", PATIENCE, () -> opened(hal) || written() && opened(hal));
        }
    }

    @Test
    void an_address_has_so_many_whatever_the_accounts() {
        fill(hal, USERS);
        fill(ida, ADDRESSES - USERS);
        assertEquals(429, status(ida, "live/rooms"));
        ida.get("live").refused(429, "rate_limited");
        ida.elsewhere().get("auth/me").expect(200);
        ida.post("main", "hello");
        assertEquals(
                "hello",
                ida.get("rooms/main/messages?limit=1")
                        .expect(200)
                        .at("/messages/0/body")
                        .asText());
    }

    @Test
    void a_handshake_that_fails_half_way_takes_no_place() {
        fill(hal, USERS - 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(403, status(hal, "live/rooms", "Origin", "http://evil.example"));
            // No handshake, no such socket, no such stream.
            hal.get("../live/rooms");
            hal.get("../live/nothing");
            hal.get("live?rooms=" + TOO_MANY).refused(400, "invalid_request");
        }
        fill(hal, 1);
        assertEquals(429, status(hal, "live/rooms", "Origin", "http://evil.example"));
    }

    @Test
    @Tag("thorough")
    void a_person_who_is_gone_before_the_answer_takes_no_place() {
        fill(hal, USERS - 10);
        for (int i = 0; i < 20; i++) {
            RawSocket.asking(
                            hal,
                            "live/rooms",
                            0,
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                    .close();
        }
        fill(hal, 10);
    }

    @Test
    @Tag("thorough")
    void a_socket_that_the_server_closes_gives_its_place_back() {
        fill(hal, USERS - 1);
        Person elsewhere = hal.elsewhere();
        for (int i = 0; i < 3; i++) {
            try (LiveSocket socket = LiveSocket.open(elsewhere, "live/rooms")) {
                elsewhere.post("auth/logout", Json.of()).expect(204);
                assertEquals(4401, socket.closeCode());
            }
            elsewhere = hal.elsewhere();
        }
        fill(hal, 1);
    }

    /** A place may still be taken by one that was closed a moment ago. */
    private void fill(Person person, int sockets) {
        for (int i = 0; i < sockets; i++) {
            Waiting.until("one more may come", PATIENCE, () -> opened(person));
        }
    }

    /** One person alone may not write often enough. */
    private boolean written() {
        return Stream.of(hal, joe)
                .map(person -> person.post("rooms/main/messages", Json.of("clientId", Person.newId(), "body", "hello")))
                .anyMatch(answer -> answer.status() == 201);
    }

    private boolean streamed(Person person) {
        EventSource stream = EventSource.open(person, "api/live?rooms=main", null);
        streams.add(stream);
        return stream.status() == 200;
    }

    private boolean opened(Person person) {
        try {
            open.add(LiveSocket.open(person, "live/rooms"));
            return true;
        } catch (CompletionException refused) {
            return false;
        }
    }

    private static int status(Rest client, String path, String... headers) {
        try (LiveSocket socket = LiveSocket.connect(client, path, headers)) {
            return 101;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failed;
        }
    }
}
