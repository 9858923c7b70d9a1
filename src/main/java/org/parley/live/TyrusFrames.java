package org.parley.live;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Frames that were encoded once for all their readers, given to Tyrus as octets. {@code sendText} takes a text and encodes it
 * for each socket anew, and there is no public way around it that tells when a frame has left, hence the reflection, once a
 * socket (docs/adr/0006). Where another container is at work, or another Tyrus, sockets are written to the standard way.
 */
final class TyrusFrames {
    private static final System.Logger LOG = System.getLogger(TyrusFrames.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final SendResult GONE_OUT = new SendResult();

    private TyrusFrames() {}

    static Optional<FrameWriter> writer(Session session) {
        try {
            // An extension would have to see each frame.
            return session.getNegotiatedExtensions().isEmpty()
                    ? Optional.of(new Direct(session, writerOf(session)))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThatTyrus) {
            if (!TOLD.getAndSet(true)) {
                LOG.log(System.Logger.Level.INFO, "Frames are encoded for each socket, which costs more CPU");
            }
            return Optional.empty();
        }
    }

    /** What the session's remote endpoint writes to in the end, in Tyrus 2.1. */
    static Writer writerOf(Session session) throws ReflectiveOperationException {
        return (Writer) PrivateField.get(session.getAsyncRemote(), "webSocket", "protocolHandler", "writer");
    }

    private record Direct(Session session, Writer writer) implements FrameWriter {
        @Override
        public void write(Encoded frame, SendHandler end) {
            if (!session.isOpen()) {
                throw new IllegalStateException("closed");
            }
            writer.write(frame.frame(), new CompletionHandler<>() {
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
    }
}
