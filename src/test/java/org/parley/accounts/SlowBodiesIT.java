package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.Waiting;

/**
 * Bodies that come too slowly, and what an address is in the eyes of all limits that know addresses: behind a proxy that is
 * trusted, each of its clients is one.
 */
@Tag("once")
class SlowBodiesIT {
    private static final int MOST = 16;
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final RunningServer server = RunningServer.prepare(
            "slow-bodies",
            SharedServer.folder("slow-bodies"),
            Map.of(
                    "PARLEY_RATE_LIMITS",
                    "on",
                    "PARLEY_TRUSTED_PROXIES",
                    "127.0.0.1",
                    "PARLEY_LIMITS_SOCKET_ADDRESS",
                    "3",
                    "PARLEY_LIMITS_REGISTRATION",
                    "3/600"));

    private static Person ann;
    private static Person bob;

    private final List<Socket> unfinished = new ArrayList<>();

    @BeforeAll
    static void a_server_and_two_people() {
        server.start();
        Cast cast = new Cast(server);
        ann = cast.ann();
        bob = cast.bob();
    }

    @AfterAll
    static void the_server_ends() {
        server.close();
    }

    @AfterEach
    void giveUp() throws IOException {
        for (Socket socket : unfinished) {
            socket.close();
        }
    }

    @Test
    void the_seventeenth_slow_body_of_an_address_is_refused_and_nobody_else_is() throws IOException {
        for (int i = 0; i < MOST; i++) {
            begin("203.0.113.1");
        }
        long begun = System.nanoTime();
        Waiting.until(
                "each of them has taken more than a second", PATIENCE, () -> System.nanoTime() - begun > SLOW_NANOS);
        String refusal = read(begin("203.0.113.1"));
        assertTrue(refusal.startsWith("HTTP/1.1 429 "), refusal);
        assertTrue(refusal.contains("Retry-After: ") && refusal.contains("\"code\":\"rate_limited\""), refusal);
        assertTrue(refusal.contains("X-Content-Type-Options: nosniff"), refusal);
        Answer withoutBody = bob.raw(
                "GET", "auth/me", "application/json", BodyPublishers.noBody(), "X-Forwarded-For", "203.0.113.1");
        assertEquals(200, withoutBody.status(), "who need not be waited for is not refused, whatever the address");
        Socket elsewhere = begin("203.0.113.2");
        assertEquals(201, post(bob, "203.0.113.2").status());
        assertStays(elsewhere);
        unfinished.remove(0).close();
        Waiting.until("one that has gone makes room for another", PATIENCE, () -> stays(begin("203.0.113.1")));
    }

    @Test
    void a_body_that_comes_bit_by_bit_is_a_good_one() throws IOException {
        String body =
                Json.of("clientId", Person.newId(), "body", "bit by bit é").toString();
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        Socket socket = open("POST", "rooms/main/messages", "203.0.113.3", "Content-Length: " + octets.length);
        for (byte octet : octets) {
            socket.getOutputStream().write(octet);
            socket.getOutputStream().flush();
        }
        assertTrue(read(socket).contains("bit by bit é"));
        Socket chunked = open("POST", "rooms/main/messages", "203.0.113.3", "Transfer-Encoding: chunked");
        String again = Json.of("clientId", Person.newId(), "body", "by chunks").toString();
        for (String part : List.of(again.substring(0, 9), again.substring(9))) {
            write(chunked, Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
        }
        write(chunked, "0\r\n\r\n");
        assertTrue(read(chunked).contains("by chunks"));
    }

    @Test
    void what_is_wrong_is_refused_the_same_however_it_comes() throws IOException {
        Socket large = open("POST", "rooms/main/messages", "203.0.113.3", "Transfer-Encoding: chunked");
        write(large, "9\r\n{\"body\":\"\r\n");
        String part = "x".repeat(0x8000);
        for (int i = 0; i < 5; i++) {
            write(large, "8000\r\n" + part + "\r\n");
        }
        String tooLarge = read(large);
        assertTrue(tooLarge.startsWith("HTTP/1.1 413 "), tooLarge);
        Socket broken = open("POST", "rooms/main/messages", "203.0.113.3", "Content-Length: 3");
        write(broken, "{");
        write(broken, "x}");
        assertTrue(read(broken).contains("\"code\":\"invalid_json\""));
        Socket nobody = open("POST", "rooms/main/messages", "203.0.113.3", "Content-Length: 1000", "x");
        assertTrue(read(nobody).startsWith("HTTP/1.1 401 "), "strangers are not waited for");
    }

    @Test
    void forms_that_never_come_are_refused_and_keep_nobody_waiting() throws IOException {
        for (int i = 0; i < 70; i++) {
            form("/api/auth/login", "203.0.113.100");
            form("/api/nothing/of/ours", "203.0.113.100");
        }
        assertTrue(read(form("/api/auth/login", "203.0.113.99")).startsWith("HTTP/1.1 415 "));
        assertTrue(read(form("/live/rooms", "203.0.113.99")).startsWith("HTTP/1.1 401 "));
        bob.get("auth/me").expect(200);
    }

    private Socket form(String path, String address) throws IOException {
        Socket socket = connected();
        write(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: " + server.base().getAuthority() + "\r\nX-Forwarded-For: "
                        + address
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\n");
        return socket;
    }

    @Test
    void behind_a_proxy_each_client_has_limits_of_its_own() {
        for (String client :
                List.of("198.51.100.1", "2001:db8::1", "1.2.3.4, 198.51.100.2", "198.51.100.3, 127.0.0.1")) {
            for (int i = 0; i < 3; i++) {
                assertEquals(201, register(client).status(), client);
            }
            assertEquals(429, register(client).status(), client);
        }
        assertEquals(429, register("2001:0DB8:0:0:0:0:0:1").status(), "the same, written otherwise");
        assertEquals(429, register("5.6.7.8, 198.51.100.2").status(), "what a client wrote itself does not count");
        assertEquals(201, register("2001:db8::2").status());
        bob.get("auth/me").expect(200);
    }

    @Test
    void what_is_no_address_is_the_proxys_own() {
        // Two people have registered here directly.
        assertEquals(201, register("garbage").status());
        for (String garbage : List.of("unknown", "203.0.113.", "<script>", "localhost", "127.0.0.1", ", ,")) {
            assertEquals(429, register(garbage).status(), garbage);
        }
    }

    @Test
    void sockets_count_for_the_address_that_the_proxy_tells() {
        List<LiveSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                open.add(LiveSocket.open(ann, "live/rooms", "X-Forwarded-For", "198.51.100.9"));
            }
            assertEquals(429, HandshakeIT.status(bob, "live/rooms", "X-Forwarded-For", "198.51.100.9"));
            assertEquals(101, HandshakeIT.status(ann, "live/rooms", "X-Forwarded-For", "198.51.100.10"));
            assertEquals(429, HandshakeIT.status(bob, "live/rooms", "X-Forwarded-For", "9.9.9.9,198.51.100.9"));
        } finally {
            open.forEach(LiveSocket::close);
        }
    }

    private static Answer register(String forwardedFor) {
        String body = Json.of("username", "x" + Person.newId().substring(0, 8), "password", Person.PASSWORD)
                .toString();
        return new Rest(server.base(), null)
                .raw(
                        "POST",
                        "auth/register",
                        "application/json",
                        BodyPublishers.ofString(body),
                        "X-Forwarded-For",
                        forwardedFor);
    }

    private static Answer post(Person person, String address) {
        String body = Json.of("clientId", Person.newId(), "body", "hello").toString();
        return person.raw(
                "POST",
                "rooms/main/messages",
                "application/json",
                BodyPublishers.ofString(body),
                "X-Forwarded-For",
                address);
    }

    private Socket begin(String address) {
        try {
            Socket socket = open("POST", "rooms/main/members", address, "Content-Length: 1000");
            write(socket, "{\"password\":");
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket open(String method, String path, String address, String length) throws IOException {
        return open(method, path, address, length, ann.token());
    }

    private Socket open(String method, String path, String address, String length, String token) throws IOException {
        Socket socket = connected();
        write(
                socket,
                method + " /api/" + path + " HTTP/1.1\r\nHost: " + server.base().getAuthority()
                        + "\r\nAuthorization: Bearer " + token + "\r\nX-Forwarded-For: " + address
                        + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n");
        return socket;
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(server.base().getHost(), server.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        unfinished.add(socket);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Socket socket) throws IOException {
        byte[] buffer = new byte[16_384];
        int octets = Math.max(0, socket.getInputStream().read(buffer));
        return new String(buffer, 0, octets, StandardCharsets.UTF_8);
    }

    private static void assertStays(Socket socket) {
        assertTrue(stays(socket), "answered though it is not finished");
    }

    /** Whether nothing was answered after well more than a second. */
    private static boolean stays(Socket socket) {
        try {
            socket.setSoTimeout(2500);
            return socket.getInputStream().read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
