package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * The one writer under a socket: everything that Tyrus sends passes here, and then the container's own writer, which queues
 * without bound. An {@link Outbox} bounds the text frames. The control frames are bounded here, because Tyrus answers pings
 * itself: a peer that pings and reads nothing would otherwise fill the heap with pongs.
 */
final class SocketWriter extends Writer implements FrameWriter {
    private static final System.Logger LOG = System.getLogger(SocketWriter.class.getName());

    /** More than a peer that reads ever leaves waiting, and at most 8 KiB. */
    static final int MOST_CONTROL_FRAMES = 64;

    private static final SendResult GONE_OUT = new SendResult();
    private static final int OPCODE = 0x0F;
    /** Of opcodes: those of control frames have it (RFC 6455, 5.5). */
    private static final int CONTROL = 0x08;

    private static final int LAST = 0x80;
    private static final int CLOSE = 0x08;
    private static final int PONG = 0x0A;

    private final Session session;
    private final Writer container;
    private final BooleanSupplier endInput;
    private final boolean extended;
    private final AtomicInteger controlFrames = new AtomicInteger();
    /** Nobody pings before the socket is open: Tyrus waits with that. */
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

    /** What the container made, and still writes with. */
    Writer container() {
        return container;
    }

    @Override
    public void guard(Guard everyPing) {
        guard = everyPing;
    }

    /** {@code sendText} takes a text and encodes it for each socket anew: octets that all share go out as they are. */
    @Override
    public void write(Encoded frame, SendHandler end) {
        if (extended) {
            // An extension has to see each frame.
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
        int opcode = frame.get(frame.position()) & OPCODE;
        if (opcode == CLOSE) {
            writeClose(frame, end);
        } else if ((opcode & CONTROL) == 0) {
            container.write(frame, end);
        } else if (opcode == PONG && !guard.pinged()) {
            end.cancelled();
        } else if (controlFrames.incrementAndGet() > MOST_CONTROL_FRAMES) {
            controlFrames.decrementAndGet();
            end.cancelled();
            guard.overflowing();
        } else {
            container.write(frame, new Counted(end));
        }
    }

    /** A control frame on its way. */
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
     * Tyrus closes the connection on the thread that closes the session. The server then gives the request of the handshake
     * to another client while the thread that reads may still be using it, so that one client's answer reaches another.
     * Here that closing is left out; instead the input ends, and the thread that reads closes the connection. That happens
     * when the close frame has left: the peer is told why, also when a ping of its own made Tyrus close first.
     */
    @Override
    public void close(Session own, CloseReason reason) throws IOException {
        synchronized (this) {
            closeFrame = frame(reason);
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
                // The peer has begun, and this answers it.
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
                    // Whoever closes the session hangs up afterwards.
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

    /** RFC 6455, 5.5.1. */
    private static byte[] frame(CloseReason reason) {
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + phrase.length)
                .put((byte) (LAST | CLOSE))
                .put((byte) (2 + phrase.length))
                .putShort((short) reason.getCloseCode().getCode())
                .put(phrase)
                .array();
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
