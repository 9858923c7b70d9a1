package org.parley.live;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The TCP connection under a socket or an event stream. It cuts the connection if the peer accepts nothing, not even
 * the close frame: the container would keep connection and file for as long as that peer likes. There is no public way
 * to it, so this uses reflection, once per socket, in Payara's Grizzly 4.0 and Tyrus 2.1 (docs/adr/0007).
 */
final class Wire {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** Grizzly's connection; {@code null} with another container. */
    private final Object connection;

    private Wire(Object connection) {
        this.connection = connection;
    }

    /** Call this while the socket opens: later the container may use the same objects for others. */
    static Wire of(Session session) {
        return behind(() ->
                PrivateField.get(TyrusFrames.writerOf(session), "tyrusHttpUpgradeHandler", "handler", "wc", "request"));
    }

    /** Call this while the request is handled. */
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
                        "Cannot cut connections on this server: a client that reads nothing keeps its connection");
            }
            return new Wire(null);
        }
    }

    /** Whether it is already closed, as far as that can be told. */
    boolean gone() {
        try {
            return connection != null && Boolean.FALSE.equals(call(connection, "isOpen"));
        } catch (ReflectiveOperationException notThatServer) {
            return false;
        }
    }

    /**
     * Reads nothing more from the peer. The server finds the end of its input and closes the connection on the reading
     * thread. If another thread closed it, the server would give its request to another client too early.
     *
     * @return whether the connection is closed, or will be; {@code false} with another container
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
     * Closes the connection at once. Only for a connection whose answer is complete but not accepted by the peer: the
     * server does not read from it, so it would not find the end of its input, and nothing else uses its request.
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
