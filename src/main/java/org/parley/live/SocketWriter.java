package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * The only writer under a socket: everything that Tyrus sends passes through it to the container's writer, which queues
 * without limit. An {@link Outbox} bounds text frames. This class bounds control frames, because Tyrus answers pings
 * itself: a peer that pings but does not read would fill the heap with pongs.
 */
final class SocketWriter extends Writer implements FrameWriter {
    private static final System.Logger LOG = System.getLogger(SocketWriter.class.getName());

    /** More than ever wait for a peer that reads, and at most 8 KiB. */
    static final int MOST_CONTROL_FRAMES = 64;

    private static final SendResult GONE_OUT = new SendResult();

    private final Session session;
    private final Writer container;
    private final BooleanSupplier endInput;
    private final boolean extended;
    private final AtomicInteger controlFrames = new AtomicInteger();
    /** No ping comes before the socket is open: Tyrus waits. */
    private volatile Guard guard = Guard.NOBODY;

    /** What this side says in closing, once it does. */
    private byte[] closeFrame;

    private boolean closing;
    private boolean closeFrameOnItsWay;

    /** @param endInput see {@link Wire#endInput} */
    SocketWriter(Session session, Writer container, BooleanSupplier endInput) {
        this.session = session;
        this.container = container;
        this.endInput = endInput;
        this.extended = !session.getNegotiatedExtensions().isEmpty();
    }

    /** The container's own writer, to which this one writes. */
    Writer container() {
        return container;
    }

    @Override
    public void guard(Guard everyPing) {
        guard = everyPing;
    }

    /** Writes shared octets unchanged: {@code sendText} would encode the text again for each socket. */
    @Override
    public void write(Encoded frame, SendHandler end) {
        if (extended) {
            // With an extension, each frame must pass through it.
            session.getAsyncRemote().sendText(frame.text(), end);
            return;
        }
        if (!session.isOpen()) {
            throw new IllegalStateException("closed");
        }
        container.write(frame.frame(), new CompletionHandler<>() {
            @Override
            public void completed(ByteBuffer written) {
                end.onResult(GONE_OUT);
            }

            @Override
            public void failed(Throwable failure) {
                end.onResult(new SendResult(failure));
            }
        });
    }

    /** What Tyrus sends by itself. */
    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> end) {
        int opcode = WebSocketFrames.opcode(frame);
        if (opcode == WebSocketFrames.CLOSE) {
            writeClose(frame, end);
        } else if (!WebSocketFrames.control(opcode)) {
            container.write(frame, end);
        } else if (opcode == WebSocketFrames.PONG && !guard.pinged()) {
            end.cancelled();
        } else if (controlFrames.incrementAndGet() > MOST_CONTROL_FRAMES) {
            controlFrames.decrementAndGet();
            end.cancelled();
            guard.overflowing();
        } else {
            container.write(frame, new Counted(end));
        }
    }

    /** A control frame that is being sent. */
    private final class Counted extends CompletionHandler<ByteBuffer> {
        private final CompletionHandler<ByteBuffer> end;

        Counted(CompletionHandler<ByteBuffer> end) {
            this.end = end;
        }

        @Override
        public void completed(ByteBuffer written) {
            controlFrames.decrementAndGet();
            end.completed(written);
        }

        @Override
        public void failed(Throwable failure) {
            controlFrames.decrementAndGet();
            end.failed(failure);
        }
    }

    /**
     * Tyrus would close the connection on the thread that closes the session. The server would then give the request of
     * the handshake to another client while the reading thread may still use it, so that one client gets another's
     * answer. This method ends the input instead, and the reading thread closes the connection. It does so after the
     * close frame, so that the peer learns the reason, even if its own ping made Tyrus close first.
     */
    @Override
    public void close(Session own, CloseReason reason) throws IOException {
        synchronized (this) {
            closeFrame = WebSocketFrames.close(reason);
            closing = true;
        }
        boolean left;
        try {
            own.close(reason);
        } finally {
            synchronized (this) {
                closing = false;
                left = !closeFrameOnItsWay;
            }
            if (left) {
                hangUp();
            }
        }
    }

    private void writeClose(ByteBuffer frame, CompletionHandler<ByteBuffer> end) {
        ByteBuffer ours;
        synchronized (this) {
            if (closeFrame == null) {
                // The peer began to close, and this is the answer.
                container.write(frame, end);
                return;
            }
            ours = ByteBuffer.wrap(closeFrame);
            closeFrameOnItsWay = true;
        }
        container.write(ours, new Farewell(end));
    }

    /** The close frame of this side on its way. */
    private final class Farewell extends CompletionHandler<ByteBuffer> {
        private final CompletionHandler<ByteBuffer> end;

        Farewell(CompletionHandler<ByteBuffer> end) {
            this.end = end;
        }

        @Override
        public void completed(ByteBuffer written) {
            end.completed(written);
            left();
        }

        @Override
        public void failed(Throwable failure) {
            end.failed(failure);
            left();
        }

        private void left() {
            synchronized (SocketWriter.this) {
                closeFrameOnItsWay = false;
                if (closing) {
                    // The thread that closes the session ends the input afterwards.
                    return;
                }
            }
            hangUp();
        }
    }

    private void hangUp() {
        if (endInput.getAsBoolean()) {
            return;
        }
        try {
            container.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "The connection was closed already", gone);
        }
    }

    /** Tyrus closes the connection: on the thread that reads, unless this side is closing the session. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closing || closeFrameOnItsWay) {
                return;
            }
        }
        container.close();
    }
}
