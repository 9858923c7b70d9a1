package org.parley.live;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The TCP connection under a socket or a stream, to end it when the peer takes nothing, not even the close frame: the container would keep
 * both, and the file with them, for as long as that peer likes. There is no public way to it, hence the reflection, once a
 * socket, in Payara's Grizzly 4.0 and Tyrus 2.1 (docs/adr/0007).
 */
final class Wire {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** Of Grizzly; {@code null} where another container is at work. */
    private final Object connection;

    private Wire(Object connection) {
        this.connection = connection;
    }

    /** To be called while the socket is opened: later the container may use the same objects for others. */
    static Wire of(Session session) {
        return behind(() ->
                PrivateField.get(TyrusFrames.writerOf(session), "tyrusHttpUpgradeHandler", "handler", "wc", "request"));
    }

    /** To be called while the request is handled. */
    static Wire of(ServletRequest request) {
        ServletRequest own = request;
        while (own instanceof ServletRequestWrapper wrapper) {
            own = wrapper.getRequest();
        }
        ServletRequest facade = own;
        return behind(() -> PrivateField.get(facade, "request"));
    }

    /** Finds Catalina's request. */
    private interface Finder {
        Object find() throws ReflectiveOperationException;
    }

    private static Wire behind(Finder request) {
        try {
            return new Wire(call(PrivateField.get(request.find(), "coyoteRequest", "request"), "getConnection"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThatServer) {
            if (!TOLD.getAndSet(true)) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Peers that take nothing keep their connection after they were cut off");
            }
            return new Wire(null);
        }
    }

    /** Whether it is closed already, as far as that can be told. */
    boolean gone() {
        try {
            return connection != null && Boolean.FALSE.equals(call(connection, "isOpen"));
        } catch (ReflectiveOperationException notThatServer) {
            return false;
        }
    }

    /**
     * Nothing more is read from the peer: the server finds the end of its input, and closes the connection on the thread that
     * reads from it. Closed from any other thread, the server would give its request to another client too early.
     *
     * @return whether the connection is closed, or will be; {@code false} where another container is at work
     */
    boolean endInput() {
        try {
            if (connection != null && call(connection, "getChannel") instanceof SocketChannel channel) {
                channel.shutdownInput();
                return true;
            }
        } catch (IOException closed) {
            return true;
        } catch (ReflectiveOperationException notThatServer) {
            LOG.log(System.Logger.Level.DEBUG, "A connection could not be cut", notThatServer);
        }
        return false;
    }

    /**
     * Closes it at once. Only for a connection whose answer was completed, and which the peer does not take: the server does
     * not read from such a one, so it would not find the end of its input, and nothing else uses its request.
     */
    void cut() {
        try {
            if (connection != null) {
                call(connection, "terminateSilently");
            }
        } catch (ReflectiveOperationException notThatServer) {
            LOG.log(System.Logger.Level.DEBUG, "A connection could not be cut", notThatServer);
        }
    }

    private static Object call(Object owner, String method) throws ReflectiveOperationException {
        return owner.getClass().getMethod(method).invoke(owner);
    }
}
