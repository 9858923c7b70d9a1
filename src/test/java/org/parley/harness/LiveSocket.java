package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A socket of one person. Arrays of frames are split; each frame is looked at once and in order. A wait fails after
 * twenty seconds, which is long enough for a busy machine.
 */
public final class LiveSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final AtomicInteger lastRef = new AtomicInteger();
    private WebSocket socket;

    private LiveSocket(URI address) {
        inbox = new Inbox(address);
    }

    /** Opens a socket and reads its greeting. */
    public static LiveSocket open(Rest client, String path, String... headers) {
        LiveSocket opened = connect(client, path, headers);
        opened.await("connection_established");
        return opened;
    }

    /** @throws CompletionException with a {@code WebSocketHandshakeException} if the server refuses */
    public static LiveSocket connect(Rest client, String path, String... headers) {
        URI address = URI.create(client.base().resolve(path).toString().replaceFirst("^http", "ws"));
        LiveSocket opened = new LiveSocket(address);
        WebSocket.Builder handshake = Rest.HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        client.ownHeaders().forEach(handshake::header);
        for (int i = 0; i < headers.length; i += 2) {
            handshake.header(headers[i], headers[i + 1]);
        }
        opened.socket = handshake.buildAsync(address, opened.inbox).join();
        return opened;
    }

    /** The HTTP status of a handshake: 101 if it succeeds. */
    public static int handshake(Rest client, String path, String... headers) {
        try (LiveSocket socket = connect(client, path, headers)) {
            return 101;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failed;
        }
    }

    public void send(JsonNode frame) {
        sendText(frame.toString());
    }

    /** Sends one text frame unchanged, valid or not. */
    public void sendText(String text) {
        try {
            socket.sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failure) {
            throw new IllegalStateException("The frame could not be sent", failure);
        }
    }

    public WebSocket raw() {
        return socket;
    }

    /** Sends a request and waits for its answer, which may be an {@code error}; frames before it are skipped. */
    public JsonNode ask(String type, Object... fields) {
        String ref = Integer.toString(lastRef.incrementAndGet());
        ObjectNode frame = Json.of(fields);
        frame.put("type", type).put("ref", ref);
        send(frame);
        return await(
                "an answer to " + frame, answer -> ref.equals(answer.path("ref").asText()));
    }

    /** Joins a room and returns its state. */
    public JsonNode join(String room) {
        return expect("room_joined", ask("join_room", "room", room));
    }

    /** Posts a message under a new id, and returns it as it was stored. */
    public JsonNode say(String room, String body) {
        return say(room, Person.newId(), body);
    }

    public JsonNode say(String room, String clientId, String body) {
        JsonNode answer = ask("send_message", "room", room, "clientId", clientId, "body", body);
        return expect("message_sent", answer).path("message");
    }

    public static JsonNode expect(String type, JsonNode frame) {
        if (!type.equals(frame.path("type").asText())) {
            throw new AssertionError("Expected " + type + ", got " + frame);
        }
        return frame;
    }

    /** The next frame, whatever it is. */
    public JsonNode next() {
        return await("any frame", frame -> true);
    }

    /** The next frame, or {@code null} if none comes in time; at once if the socket is closed. */
    public JsonNode nextWithin(Duration patience) {
        return inbox.poll(patience.toNanos());
    }

    /** The next frame of this type; others before it are skipped. */
    public JsonNode await(String type) {
        return await(type, frame -> type.equals(frame.path("type").asText()));
    }

    public JsonNode await(String what, Predicate<JsonNode> wanted) {
        return inbox.await(what, wanted, PATIENCE);
    }

    /** All frames that had come or were on their way at this moment: those before the answer to a ping. */
    public List<JsonNode> drain() {
        String ref = "drain-" + lastRef.incrementAndGet();
        send(Json.of("type", "ping", "ref", ref));
        List<JsonNode> frames = new ArrayList<>();
        await("pong", frame -> {
            boolean pong = ref.equals(frame.path("ref").asText());
            if (!pong) {
                frames.add(frame);
            }
            return pong;
        });
        return frames;
    }

    /** Asserts that no frame of these types came before the answer to a ping. */
    public void assertNone(String... types) {
        List<String> unwanted = List.of(types);
        for (JsonNode frame : drain()) {
            if (unwanted.contains(frame.path("type").asText())) {
                throw new AssertionError("Nothing of " + unwanted + " was expected, but there came " + frame);
            }
        }
    }

    /** Waits until the server has closed; returns the close code. */
    public int closeCode() {
        return inbox.closeCode(PATIENCE.multipliedBy(2));
    }

    public boolean open() {
        return !inbox.closed();
    }

    /** Disappears without a close frame, as when the network is gone. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
