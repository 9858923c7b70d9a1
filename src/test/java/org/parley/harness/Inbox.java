package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The frames that a socket has received and the test has not looked at yet. */
final class Inbox implements WebSocket.Listener {
    private static final int LOST = 1006;
    /** The last entry after a close, so that nobody goes on waiting for a frame. */
    private static final JsonNode END = MissingNode.getInstance();

    private final URI address;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    /** @param address to which its socket connects */
    Inbox(URI address) {
        this.address = address;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode message = Json.read(text.toString());
            text.setLength(0);
            (message.isArray() ? message : List.of(message)).forEach(this::take);
        }
        socket.request(1);
        return null;
    }

    private void take(JsonNode frame) {
        FrameCheck.received(address, frame);
        frames.add(frame);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end(LOST);
    }

    private void end(int code) {
        closed.complete(code);
        frames.add(END);
    }

    JsonNode await(String what, Predicate<JsonNode> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        JsonNode last = null;
        while (true) {
            JsonNode frame = poll(deadline - System.nanoTime());
            if (frame == null) {
                throw new AssertionError("Waited in vain for " + what + "; the last frame before was " + last
                        + (closed.isDone() ? "; closed with " + closed.join() : ""));
            }
            if (wanted.test(frame)) {
                return frame;
            }
            last = frame;
        }
    }

    /** {@code null} if nothing came in time, or before the close. */
    JsonNode poll(long nanos) {
        try {
            JsonNode frame = frames.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            if (frame == END) {
                frames.add(END);
                return null;
            }
            return frame;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    boolean closed() {
        return closed.isDone();
    }

    int closeCode(Duration patience) {
        try {
            return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillOpen) {
            throw new AssertionError("The socket was not closed within " + patience);
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
