package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import org.parley.http.BodyLimit;
import org.parley.sessions.Arrival;

/** A socket of either kind. It only translates; one instance belongs to one session. */
public abstract class LiveEndpoint {
    private static final System.Logger LOG = System.getLogger(LiveEndpoint.class.getName());

    private final Greeting greeting;
    private final LiveRequests requests;
    private final boolean personal;
    private final Fragments fragments = new Fragments();
    private volatile Connection connection;

    /** @param personal whether it carries its user's own feed */
    LiveEndpoint(Greeting greeting, LiveRequests requests, boolean personal) {
        this.greeting = greeting;
        this.requests = requests;
        this.personal = personal;
    }

    @OnOpen
    public void open(Session session) {
        Remote.Socket remote = Remote.Socket.of(session);
        connection = greeting.open((Arrival) session.getUserPrincipal(), personal, remote);
        remote.writer().guard(new Pings());
        if (remote.wire().gone()) {
            // Tyrus does not notice a peer that goes before this returns; only the heartbeat would, a minute later.
            connection.close(CloseReasons.IDLE);
        } else {
            HandshakeRemains.release(session);
        }
        if (!connection.open()) {
            // We have closed it meanwhile, and the container may have said so before this endpoint knew the connection.
            greeting.closed(connection);
        }
    }

    @OnMessage(maxMessageSize = BodyLimit.BYTES)
    public void text(String part, boolean last) {
        connection.heard();
        if (!fragments.add(part)) {
            connection.close(CloseReasons.TOO_LARGE);
        } else if (last) {
            requests.handle(connection, fragments.taken());
        }
    }

    @OnMessage(maxMessageSize = BodyLimit.BYTES)
    // Not byte[]: Tyrus does not call such a method for parts.
    public void binary(ByteBuffer octets, boolean last) {
        connection.close(CloseReasons.NOT_TEXT);
    }

    @OnMessage
    public void pong(PongMessage pong) {
        connection.heard();
    }

    /** Pings count like all other frames of a client. */
    private final class Pings implements FrameWriter.Guard {
        @Override
        public boolean pinged() {
            connection.heard();
            return connection.open() && requests.admitted(connection, null);
        }

        @Override
        public void overflowing() {
            connection.close(CloseReasons.FLOODING);
        }
    }

    @OnClose
    public void close(CloseReason reason) {
        greeting.closed(connection);
    }

    /** The container closes the socket after this. */
    @OnError
    public void error(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "A socket failed", failure);
    }
}
