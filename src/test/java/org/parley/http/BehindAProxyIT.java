package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** Every limit per address counts each client of a trusted proxy as an address of its own. */
@Tag("embedded")
class BehindAProxyIT {
    /** More than an address may register. */
    private static final int MANY = 25;

    private final LimitedServer limited = LimitedServer.get();
    private final Person mia = limited.person("mia");
    private final Person noa = limited.person("noa");

    @Test
    void behind_a_proxy_each_client_has_limits_of_its_own() {
        for (String client :
                List.of("198.51.100.1", "2001:db8::1", "1.2.3.4, 198.51.100.2", "198.51.100.3, 127.0.0.1")) {
            assertEquals(201, register(client).status(), client);
            useUp(client);
        }
        assertEquals(429, register("2001:0DB8:0:0:0:0:0:1").status(), "the same, written otherwise");
        assertEquals(429, register("5.6.7.8, 198.51.100.2").status(), "what a client wrote itself does not count");
        assertEquals(201, register("2001:db8::2").status());
        noa.get("auth/me").expect(200);
    }

    /** Until the address may register no more. A form counts before it is judged. @return how many were judged */
    private int useUp(String client) {
        for (int judged = 0; judged < MANY; judged++) {
            Answer answer = register(client, "");
            if (answer.status() == 429) {
                assertEquals("rate_limited", answer.code());
                return judged;
            }
            answer.refused(400, "invalid_request");
        }
        throw new AssertionError(client + " may register without end");
    }

    @Test
    void a_registration_counts_before_its_form_is_judged() {
        assertEquals(20, useUp("198.51.100.60"));
    }

    @Test
    void what_is_no_address_is_the_proxys_own() {
        useUp("garbage");
        for (String garbage : List.of("unknown", "203.0.113.", "<script>", "localhost", "127.0.0.1", ", ,")) {
            assertEquals(429, register(garbage).status(), garbage);
        }
    }

    @Test
    void sockets_count_for_the_address_that_the_proxy_tells() {
        List<LiveSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < LimitedServer.SOCKETS_OF_AN_ADDRESS; i++) {
                open.add(LiveSocket.open(i % 2 == 0 ? mia : noa, "live/rooms", "X-Forwarded-For", "198.51.100.9"));
            }
            assertEquals(429, LiveSocket.handshake(noa, "live/rooms", "X-Forwarded-For", "198.51.100.9"));
            assertEquals(101, LiveSocket.handshake(mia, "live/rooms", "X-Forwarded-For", "198.51.100.10"));
            assertEquals(429, LiveSocket.handshake(noa, "live/rooms", "X-Forwarded-For", "9.9.9.9,198.51.100.9"));
        } finally {
            open.forEach(LiveSocket::close);
        }
    }

    @Test
    void an_address_signs_in_only_so_often_whatever_comes_out() {
        int signedIn = 0;
        Answer answer = signIn("198.51.100.50");
        while (signedIn < 200 && answer.status() == 200) {
            signedIn++;
            answer = signIn("198.51.100.50");
        }
        answer.refused(429, "rate_limited");
        assertTrue(signedIn >= 20, signedIn + " signed in");
        signIn("198.51.100.51").expect(200);
    }

    private Answer signIn(String address) {
        String body = Json.of("username", noa.name(), "password", Person.PASSWORD, "cookie", false)
                .toString();
        return new Rest(noa.base(), null)
                .raw(
                        "POST",
                        "auth/login",
                        "application/json",
                        BodyPublishers.ofString(body),
                        "X-Forwarded-For",
                        address);
    }

    private Answer register(String forwardedFor) {
        return register(forwardedFor, "x" + Person.newId().substring(0, 8));
    }

    private Answer register(String forwardedFor, String username) {
        String body = Json.of("username", username, "password", Person.PASSWORD).toString();
        return new Rest(noa.base(), null)
                .raw(
                        "POST",
                        "auth/register",
                        "application/json",
                        BodyPublishers.ofString(body),
                        "X-Forwarded-For",
                        forwardedFor);
    }
}
