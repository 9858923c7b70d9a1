package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Requests that begin and never end, more of them than the server has threads. */
@Tag("once")
class SlowRequestsIT {
    private static final int EACH = 200;

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));
    private final List<Socket> unfinished = new ArrayList<>();

    @AfterEach
    void giveUp() throws IOException {
        for (Socket socket : unfinished) {
            socket.close();
        }
    }

    @Test
    void four_hundred_unfinished_requests_keep_nobody_from_talking() throws Exception {
        bob.join(room);
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            bobs.join(room);
            for (int i = 0; i < EACH; i++) {
                begin("POST /api/rooms/" + room + "/messages HTTP/1.1", "Content-Length: 1000\r\n\r\n{\"body\":");
                begin("GET /api/rooms HTTP/1.1", "X-Unfinished: ");
            }
            long began = System.nanoTime();
            assertEquals(200, bob.get("rooms/" + room).status());
            Measured.print("Beside " + 2 * EACH + " unfinished requests, one was answered", began);
            began = System.nanoTime();
            anns.say(room, "hello");
            assertEquals(1, bobs.await("new_message").path("seq").asInt());
            Measured.print("Beside them, a message was heard", began);
            try (LiveSocket another = bob.socket()) {
                another.join(room);
            }
            Measured.print("Beside them, another socket joined", began);
        }
    }

    private void begin(String request, String rest) throws IOException {
        Socket socket = new Socket(ann.base().getHost(), ann.base().getPort());
        unfinished.add(socket);
        String text = request + "\r\nHost: " + ann.base().getAuthority() + "\r\nAuthorization: Bearer " + ann.token()
                + "\r\nContent-Type: application/json\r\n" + rest;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
