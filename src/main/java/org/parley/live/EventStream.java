package org.parley.live;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Frames as Server-Sent Events (HTML Standard, 9.2): the event is the frame's type, the id a mark to return with. Written
 * without waiting: a frame has left when the container has taken it and would take more.
 */
final class EventStream implements Peer, WriteListener, AsyncListener {
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final SendHandler NOBODY = result -> {};

    private final AsyncContext context;
    private final Wire wire;
    private final ServletOutputStream out;
    private final Codec codec;
    private final EventMark mark;
    private final Runnable ended;
    private byte[] unwritten;
    private boolean unflushed;
    private SendHandler inFlight;
    private boolean closed;

    /** @param ended runs when the client has gone or the stream was closed; maybe more than once */
    EventStream(AsyncContext context, Wire wire, ServletOutputStream out, Codec codec, EventMark mark, Runnable ended) {
        this.context = context;
        this.wire = wire;
        this.out = out;
        this.codec = codec;
        this.mark = mark;
        this.ended = ended;
    }

    @Override
    public void write(Encoded frame, SendHandler end) {
        StringBuilder events = new StringBuilder();
        codec.frames(frame).forEach(each -> event(events, each));
        if (!begin(events.toString().getBytes(StandardCharsets.UTF_8), end)) {
            throw new IllegalStateException("closed");
        }
        goOn();
    }

    private void event(StringBuilder events, JsonNode frame) {
        String id = mark.follow(frame);
        if (!id.isEmpty()) {
            events.append("id: ").append(id).append('\n');
        }
        // JSON as it is written here has no line breaks.
        events.append("event: ").append(frame.path("type").asText()).append('\n');
        events.append("data: ").append(frame).append("\n\n");
    }

    private synchronized boolean begin(byte[] bytes, SendHandler end) {
        if (closed || inFlight != null) {
            return false;
        }
        unwritten = bytes;
        inFlight = end;
        return true;
    }

    synchronized boolean over() {
        return closed;
    }

    /** A comment, unless something is on its way, which does as well. */
    @Override
    public void ping() {
        if (begin(COMMENT, NOBODY)) {
            goOn();
        }
    }

    @Override
    public boolean answersPings() {
        return false;
    }

    /** Writes what it can; the container calls again when it can take more. */
    private void goOn() {
        SendHandler landed = null;
        try {
            landed = written();
        } catch (IOException gone) {
            onError(gone);
        }
        if (landed != null) {
            landed.onResult(new SendResult());
        }
    }

    /** @return whom to tell that all has left, or {@code null} */
    private synchronized SendHandler written() throws IOException {
        while (inFlight != null && !closed && out.isReady()) {
            if (unwritten != null) {
                byte[] bytes = unwritten;
                unwritten = null;
                unflushed = true;
                out.write(bytes);
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                SendHandler landed = inFlight;
                inFlight = null;
                return landed;
            }
        }
        return null;
    }

    @Override
    public void onWritePossible() {
        goOn();
    }

    @Override
    public void onError(Throwable failure) {
        close(null);
    }

    @Override
    public void close(CloseReason reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            context.complete();
        } catch (IllegalStateException over) {
            // The container was faster.
        }
        ended.run();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close(null);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close(null);
    }

    @Override
    public void onError(AsyncEvent event) {
        close(null);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once.
    }
}
