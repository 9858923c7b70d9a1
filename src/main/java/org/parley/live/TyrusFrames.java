package org.parley.live;

import jakarta.websocket.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.Writer;

/**
 * Puts our own writer under a socket. There is no public way to what Tyrus writes with, hence the reflection, once a socket, in
 * Tyrus 2.1 (docs/adr/0006). Where another container is at work, or another Tyrus, sockets are written to the standard way.
 */
final class TyrusFrames {
    private static final System.Logger LOG = System.getLogger(TyrusFrames.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final String WRITER = "writer";

    private TyrusFrames() {}

    /** To be called while the socket is opened, before anything is written. */
    static Optional<FrameWriter> writer(Session session, Wire wire) {
        try {
            Object protocol = protocol(session);
            SocketWriter own = new SocketWriter(session, (Writer) PrivateField.get(protocol, WRITER), wire::endInput);
            PrivateField.set(protocol, WRITER, own);
            return Optional.of(own);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThatTyrus) {
            if (!TOLD.getAndSet(true)) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Frames are encoded for each socket, which costs more CPU, and pings are not limited");
            }
            return Optional.empty();
        }
    }

    /** The container's own, which the session's remote endpoint writes to in the end. */
    static Writer writerOf(Session session) throws ReflectiveOperationException {
        Writer writer = (Writer) PrivateField.get(protocol(session), WRITER);
        return writer instanceof SocketWriter own ? own.container() : writer;
    }

    private static Object protocol(Session session) throws ReflectiveOperationException {
        return PrivateField.get(session.getAsyncRemote(), "webSocket", "protocolHandler");
    }
}
