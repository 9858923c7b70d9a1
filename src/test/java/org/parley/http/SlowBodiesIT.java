package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.Waiting;

/** Bodies that come too slowly, from clients of a proxy, each with a separate address. */
@Tag("embedded")
class SlowBodiesIT {
    private static final int MOST = 16;
    private static final int EXCESS = 4;
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    /** Longer than one read of the server takes. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String JSON = "application/json";

    private final LimitedServer limited = LimitedServer.get();
    private final RunningServer server = limited.cast().server();
    private final Person bystander = limited.person("rob");
    /** They take turns, because none may have as many requests waiting as an address. */
    private final List<Person> people =
            Stream.of("mia", "noa", "oli", "pia").map(limited::person).toList();

    private final List<Socket> unfinished = new ArrayList<>();

    @AfterEach
    void giveUp() throws IOException {
        for (Socket socket : unfinished) {
            socket.close();
        }
    }

    @Test
    void the_seventeenth_slow_body_of_an_address_is_refused_and_nobody_else_is() throws IOException {
        List<Socket> slow = fill("203.0.113.1");
        String refusal = read(begin("203.0.113.1"));
        assertTrue(refusal.startsWith("HTTP/1.1 429 "), refusal);
        assertTrue(refusal.contains("Retry-After: ") && refusal.contains("\"code\":\"rate_limited\""), refusal);
        assertTrue(refusal.contains("X-Content-Type-Options: nosniff"), refusal);
        Answer withoutBody = bystander.raw("GET", "auth/me", JSON, BodyPublishers.noBody(), FORWARDED, "203.0.113.1");
        assertEquals(200, withoutBody.status(), "who need not be waited for is not refused, whatever the address");
        Socket elsewhere = begin("203.0.113.2");
        assertEquals(201, post(bystander, "203.0.113.2").status());
        assertStays(elsewhere);
        slow.get(0).close();
        Waiting.until("one that has gone makes room for another", PATIENCE, () -> stays(begin("203.0.113.1")));
    }

    @Test
    void of_many_that_begin_at_once_sixteen_may_go_on() throws IOException {
        List<Socket> goingOn = new ArrayList<>();
        for (int i = 0; i < MOST + EXCESS; i++) {
            goingOn.add(begin("203.0.113.4"));
        }
        Waiting.until("the others are refused", PATIENCE, () -> {
            goingOn.removeIf(SlowBodiesIT::refused);
            return goingOn.size() <= MOST;
        });
        assertEquals(MOST, goingOn.size());
        for (Socket socket : goingOn) {
            write(socket, " ".repeat(1000));
            assertTrue(read(socket).startsWith("HTTP/1.1 400 "), "read to its end, and no JSON");
        }
    }

    @Test
    void a_body_that_trickles_is_as_slow_as_one_that_does_not_come() throws IOException {
        fill("203.0.113.5");
        Socket trickling = begin("203.0.113.5");
        trickling.setSoTimeout(50);
        String refusal = "";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (refusal.isEmpty() && System.nanoTime() < deadline) {
            try {
                write(trickling, " ");
                refusal = read(trickling);
            } catch (SocketTimeoutException notYet) {
                // Send the next octet.
            }
        }
        assertTrue(refusal.startsWith("HTTP/1.1 429 "), refusal);
    }

    @Test
    void a_client_that_goes_away_half_way_is_no_failure_of_the_server() throws IOException {
        int before = (int) Files.size(server.log());
        fill("203.0.113.6");
        giveUp();
        // The places of this address are free again once the server knows that its clients are gone.
        fill("203.0.113.6");
        byte[] log = Files.readAllBytes(server.log());
        String told = new String(log, before, log.length - before, StandardCharsets.UTF_8);
        assertFalse(told.contains("Unexpected failure"), told);
        assertFalse(told.contains("SEVERE"), told);
    }

    @Test
    void nothing_of_a_body_is_lost_that_pauses_wherever_it_may() throws IOException {
        String body = message("with pauses é");
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        Socket fixed = open("POST", "rooms/main/messages", "203.0.113.7", "Content-Length: " + octets.length);
        fixed.getOutputStream().write(octets, 0, octets.length - 3);
        Socket chunked = open("POST", "rooms/main/messages", "203.0.113.7", "Transfer-Encoding: chunked");
        String again = message("by chunks with pauses");
        String size = "0" + Integer.toHexString(again.length());
        for (String part : List.of(size.substring(0, 2), size.substring(2) + "\r\n" + again, "\r", "\n0\r\n", "\r\n")) {
            pause(PAUSE_NANOS);
            write(chunked, part);
        }
        fixed.getOutputStream().write(octets, octets.length - 3, 3);
        assertTrue(read(fixed).contains("with pauses é"));
        assertTrue(read(chunked).contains("by chunks with pauses"));
    }

    private static String message(String text) {
        return Json.of("clientId", Person.newId(), "body", text).toString();
    }

    private static void pause(long nanos) {
        long begun = System.nanoTime();
        Waiting.until("time has passed", PATIENCE, () -> System.nanoTime() - begun > nanos);
    }

    @Test
    void a_body_that_comes_bit_by_bit_is_a_good_one() throws IOException {
        String body = message("bit by bit é");
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        Socket socket = open("POST", "rooms/main/messages", "203.0.113.3", "Content-Length: " + octets.length);
        for (byte octet : octets) {
            socket.getOutputStream().write(octet);
            socket.getOutputStream().flush();
        }
        assertTrue(read(socket).contains("bit by bit é"));
        Socket chunked = open("POST", "rooms/main/messages", "203.0.113.3", "Transfer-Encoding: chunked");
        String again = message("by chunks");
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
        bystander.get("auth/me").expect(200);
    }

    private Socket form(String path, String address) throws IOException {
        return asking("POST " + path, address, "application/x-www-form-urlencoded", "Content-Length: 10");
    }

    private Socket asking(String what, String address, String type, String more) throws IOException {
        Socket socket = connected();
        String host = server.base().getAuthority();
        write(socket, what + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-For: " + address + "\r\n");
        write(socket, "Content-Type: " + type + "\r\n" + more + "\r\n\r\n");
        return socket;
    }

    private static Answer post(Person person, String address) {
        String body = message("hello");
        return person.raw("POST", "rooms/main/messages", JSON, BodyPublishers.ofString(body), FORWARDED, address);
    }

    /** Opens as many slow bodies as are allowed. */
    private List<Socket> fill(String address) {
        List<Socket> slow = new ArrayList<>();
        // Places of an earlier test may be taken until the server notices that its sockets are closed.
        Waiting.until("sixteen are slow", PATIENCE.multipliedBy(2), () -> {
            slow.removeIf(SlowBodiesIT::answered);
            while (slow.size() < MOST) {
                slow.add(begin(address));
            }
            pause(SLOW_NANOS);
            return slow.stream().noneMatch(SlowBodiesIT::answered);
        });
        return slow;
    }

    private static boolean answered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Socket begin(String address) {
        try {
            Socket socket = open("PUT", "rooms/main/read", address, "Content-Length: 1000");
            write(socket, "{\"seq\":");
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket open(String method, String path, String address, String length) throws IOException {
        Person next = people.get(unfinished.size() % people.size());
        return open(method, path, address, length, next.token());
    }

    private Socket open(String method, String path, String address, String length, String token) throws IOException {
        return asking(method + " /api/" + path, address, JSON, "Authorization: Bearer " + token + "\r\n" + length);
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

    /** Whether there is a refusal. */
    private static boolean refused(Socket socket) {
        try {
            return answered(socket) && read(socket).startsWith("HTTP/1.1 429 ");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void assertStays(Socket socket) {
        assertTrue(stays(socket), "answered though it is not finished");
    }

    /** Whether there is no answer for well over a second. */
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
