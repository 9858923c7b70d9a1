package org.parley.live;

import jakarta.websocket.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.Writer;

/**
 * Puts our own writer under a socket. There is no public way to the writer of Tyrus, so this uses reflection, once per
 * socket, in Tyrus 2.1 (docs/adr/0006). With another container or another Tyrus, sockets are written in the standard
 * way.
 */
final class TyrusFrames {
    private static final System.Logger LOG = System.getLogger(TyrusFrames.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final String WRITER = "writer";

    private TyrusFrames() {}

    /** Call this while the socket opens, before anything is written. */
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
                        "Cannot write frames directly on this server; each costs more CPU, and pings are not limited");
            }
            return Optional.empty();
        }
    }

    /** The container's own writer, to which the session's remote endpoint writes in the end. */
    static Writer writerOf(Session session) throws ReflectiveOperationException {
        Writer writer = (Writer) PrivateField.get(protocol(session), WRITER);
        return writer instanceof SocketWriter own ? own.container() : writer;
    }

    private static Object protocol(Session session) throws ReflectiveOperationException {
        return PrivateField.get(session.getAsyncRemote(), "webSocket", "protocolHandler");
    }
}
