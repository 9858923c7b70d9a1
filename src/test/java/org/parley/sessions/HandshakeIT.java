package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

@Tag("once")
class HandshakeIT {
    private final Cast cast = Cast.onSharedServer();
    private final Rest stranger = cast.stranger();
    private final Person ann = cast.ann();

    @Test
    void an_access_token_opens_a_socket() {
        assertEquals(101, LiveSocket.handshake(ann, "live/rooms"));
    }

    @Test
    void without_a_good_token_there_is_no_socket() {
        for (String path : List.of("live/rooms", "live/private", "live/nothing")) {
            assertEquals(401, LiveSocket.handshake(stranger, path));
            assertEquals(401, LiveSocket.handshake(new Rest(ann.base(), "broken"), path));
            assertEquals(401, LiveSocket.handshake(new Rest(ann.base(), ann.token() + "x"), path));
            assertEquals(401, LiveSocket.handshake(stranger, path + "?ticket=nonsense"));
            assertEquals(401, LiveSocket.handshake(stranger, path + "?ticket=" + ann.token()));
        }
    }

    @Test
    void no_other_spelling_of_the_path_gets_round_it() {
        for (String path : List.of("live;x/rooms", "live/rooms;x", "%6Cive/rooms", "/live/rooms/", "x/../live/rooms")) {
            assertEquals(401, LiveSocket.handshake(stranger, path), path);
        }
    }

    @Test
    void a_request_that_pretends_to_be_a_handshake_is_refused() {
        for (Rest client : List.of(stranger, ann)) {
            client.raw("GET", "rooms", "application/json", BodyPublishers.noBody(), "Sec-WebSocket-Key", "x")
                    .refused(400, "invalid_request");
        }
    }

    @Test
    void a_ticket_opens_one_socket_once() {
        String ticket = ticket();
        assertEquals(101, LiveSocket.handshake(stranger, "live/rooms?ticket=" + ticket));
        assertEquals(401, LiveSocket.handshake(stranger, "live/rooms?ticket=" + ticket));
    }

    @Test
    void of_many_people_who_spend_a_ticket_at_once_one_gets_in() {
        String ticket = ticket();
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(attempt -> LiveSocket.handshake(stranger, "live/rooms?ticket=" + ticket))
                .sorted()
                .toList();
        assertEquals(List.of(101, 401, 401, 401, 401, 401), statuses);
    }

    @Test
    void a_ticket_says_how_long_it_lives() {
        assertEquals(
                30,
                ann.post("auth/live-ticket", Json.of())
                        .expect(201)
                        .path("expiresIn")
                        .asInt());
        stranger.post("auth/live-ticket", Json.of()).refused(401, "unauthenticated");
    }

    @Test
    void a_page_from_elsewhere_opens_no_socket() {
        String own = ann.base().toString().replaceAll("/$", "");
        String port = own.substring(own.lastIndexOf(':'));
        assertEquals(101, LiveSocket.handshake(ann, "live/rooms", "Origin", own));
        for (String origin : List.of(
                "http://evil.example",
                "http://evil.example" + port,
                "null",
                own + ".evil.example",
                "http://evil.example@127.0.0.1" + port,
                "http://127.0.0.1",
                own + "0",
                own.replace("http", "https"),
                own + "/")) {
            assertEquals(403, LiveSocket.handshake(ann, "live/rooms", "Origin", origin), origin);
        }
    }

    @Test
    void a_client_that_offers_http_2_by_an_upgrade_wants_no_socket() throws Exception {
        HttpClient modern =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request =
                HttpRequest.newBuilder(ann.base().resolve("api/health")).build();
        assertEquals(200, modern.send(request, BodyHandlers.discarding()).statusCode());
    }

    private String ticket() {
        return ann.post("auth/live-ticket", Json.of())
                .expect(201)
                .path("ticket")
                .asText();
    }
}
