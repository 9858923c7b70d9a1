package org.parley.roomfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.LimitedServer;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/** How many downloads and imports of rooms a person may have. Runs on a server with its limits on. */
@Tag("embedded")
class RoomFileLimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MORE_THAN_WAITS_IN_BUFFERS = 9 << 20;
    private static final int WINDOW = 4096;

    private final LimitedServer limited = LimitedServer.get();

    @Test
    void a_person_has_one_at_a_time_also_if_they_do_not_read_it_and_others_go_on() {
        Person kim = limited.person("kim");
        String room = kim.createRoom(limited.cast().unique("kims"));
        byte[] large = new byte[MORE_THAN_WAITS_IN_BUFFERS];
        new Random(1).nextBytes(large);
        Uploads.post(kim, room, "", Uploads.put(kim, "a.bin", large).path("id").asText());
        try (Socket unread = new Socket()) {
            begin(unread, kim, room);
            kim.get("rooms/" + room + "/export").refused(429, "rate_limited");
            RoomFiles.send(kim, RoomFiles.large("talk", 1), null).refused(429, "rate_limited");
            assertEquals(1, Messages.head(kim, room), "nothing waits for the reader");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Waiting.until(
                "the place is free",
                PATIENCE,
                () -> kim.call("GET", "rooms/" + room + "/export", null).status() == 200);
    }

    private void begin(Socket socket, Person reader, String room) throws IOException {
        socket.setReceiveBufferSize(WINDOW);
        socket.connect(
                new InetSocketAddress("127.0.0.1", limited.cast().server().port()));
        String asked = "GET /api/rooms/" + room + "/export HTTP/1.1\r\nHost: "
                + limited.cast().server().base().getAuthority() + "\r\nAuthorization: Bearer " + reader.token()
                + "\r\n\r\n";
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        // The first octet shows that it has begun.
        assertEquals('H', socket.getInputStream().read());
    }

    @Test
    void a_person_who_downloads_and_imports_too_often_waits() {
        Person lea = limited.person("lea");
        String room = lea.createRoom(limited.cast().unique("leas"));
        for (int i = 0; i < 5; i++) {
            RoomFiles.export(lea, room);
            RoomFiles.send(lea, RoomFiles.large("talk", 1), null).expect(201);
        }
        lea.get("rooms/" + room + "/export").refused(429, "rate_limited");
        RoomFiles.send(lea, RoomFiles.large("talk", 1), null).refused(429, "rate_limited");
    }
}
