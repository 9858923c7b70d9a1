package org.parley.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/**
 * Frames as Server-Sent Events (HTML Standard, 9.2): the event is the frame's type, the id is a mark to return with. It
 * writes without waiting: a frame counts as sent when the container has taken it and would take more.
 */
final class EventStream implements Remote, WriteListener, AsyncListener {
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int ROOM_FOR_A_MARK = 256;
    private static final SendHandler NOBODY = result -> {};

    private final AsyncContext context;
    private final Wire wire;
    private final ServletOutputStream out;
    private final EventMark mark;
    private final Executor later;
    private final Runnable ended;
    private Piece inFlight;
    /** A frame that came while the comment of a ping was still being sent. */
    private Piece next;

    private boolean unwritten;
    private boolean unflushed;
    private boolean closed;
    private boolean handled;
    private boolean completed;

    /** Octets to write in one go, and the handler to call when they are sent. */
    private record Piece(byte[] bytes, SendHandler end) {}

    /**
     * @param later runs tasks when the thread that called {@link #handled} has certainly returned to the server
     * @param ended runs when the client has gone or the stream was closed; perhaps more than once
     */
    EventStream(
            AsyncContext context, Wire wire, ServletOutputStream out, EventMark mark, Executor later, Runnable ended) {
        this.context = context;
        this.wire = wire;
        this.out = out;
        this.mark = mark;
        this.later = later;
        this.ended = ended;
    }

    @Override
    public void write(Encoded frame, SendHandler end) {
        ByteArrayOutputStream events = new ByteArrayOutputStream(frame.length() + ROOM_FOR_A_MARK);
        frame.parts().forEach(part -> event(events, part));
        if (!follow(new Piece(events.toByteArray(), end))) {
            throw new IllegalStateException("closed");
        }
        goOn();
    }

    private void event(ByteArrayOutputStream events, Encoded frame) {
        String id = mark.follow(frame);
        String head = (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + frame.type() + "\ndata: ";
        events.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        // JSON as it is written here has no line breaks.
        events.writeBytes(frame.json());
        events.writeBytes(END);
    }

    /** @return whether the stream is open, so that the piece is sent at once or after a comment */
    private synchronized boolean follow(Piece frame) {
        if (closed) {
            return false;
        }
        if (inFlight == null) {
            begin(frame);
        } else {
            next = frame;
        }
        return true;
    }

    private void begin(Piece piece) {
        inFlight = piece;
        unwritten = piece != null;
    }

    synchronized boolean over() {
        return closed;
    }

    /** Sends a comment, unless something else is being sent, which has the same effect. */
    @Override
    public void ping() {
        synchronized (this) {
            if (closed || inFlight != null) {
                return;
            }
            begin(new Piece(COMMENT, NOBODY));
        }
        goOn();
    }

    @Override
    public boolean answersPings() {
        return false;
    }

    /** Writes as much as it can; the container calls again when it can take more. */
    private void goOn() {
        try {
            for (SendHandler landed = written(); landed != null; landed = written()) {
                landed.onResult(new SendResult());
            }
        } catch (IOException gone) {
            onError(gone);
        }
    }

    /** @return the handler to call when a piece is sent, or {@code null} if there is none or the container is full */
    private synchronized SendHandler written() throws IOException {
        while (inFlight != null && !closed && out.isReady()) {
            if (unwritten) {
                unwritten = false;
                unflushed = true;
                out.write(inFlight.bytes);
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                SendHandler landed = inFlight.end;
                begin(next);
                next = null;
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

    /** The servlet is done with the request. On its own thread, as the last thing. */
    void handled() {
        synchronized (this) {
            handled = true;
            if (!closed) {
                return;
            }
        }
        complete();
    }

    /**
     * The server gives the request to another client as soon as the answer is complete, even if the servlet's thread
     * still uses it. So the answer is completed on that thread, or when it has returned.
     */
    @Override
    public void close(CloseReason reason) {
        boolean returned;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            returned = handled;
        }
        if (returned) {
            later.execute(this::complete);
        }
        ended.run();
    }

    private void complete() {
        synchronized (this) {
            if (completed) {
                return;
            }
            completed = true;
        }
        try {
            context.complete();
        } catch (IllegalStateException over) {
            // The container was faster.
        }
    }

    /** The container ends the stream itself. */
    private void ending() {
        synchronized (this) {
            completed = true;
        }
        close(null);
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ending();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        ending();
    }

    @Override
    public void onError(AsyncEvent event) {
        ending();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once.
    }
}
