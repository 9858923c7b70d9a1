package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import org.parley.accounts.Caller;
import org.parley.system.BodyLimit;

/** The socket of public and private rooms. Translates; one instance belongs to one session. */
@ServerEndpoint(value = "/live/rooms", configurator = RoomEndpoints.class)
public class RoomEndpoint {
    private static final System.Logger LOG = System.getLogger(RoomEndpoint.class.getName());

    private final Greeting greeting;
    private final RoomRequests requests;
    private final Fragments fragments = new Fragments();
    private volatile Connection connection;

    RoomEndpoint(Greeting greeting, RoomRequests requests) {
        this.greeting = greeting;
        this.requests = requests;
    }

    @OnOpen
    public void open(Session session) {
        connection = greeting.open((Caller) session.getUserPrincipal(), session);
        HandshakeRemains.release(session);
        if (!connection.open()) {
            // Closed by us meanwhile, and the container may have said so before this endpoint knew of whom.
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
    // Not byte[]: Tyrus calls no such method for parts.
    public void binary(ByteBuffer octets, boolean last) {
        connection.close(CloseReasons.NOT_TEXT);
    }

    @OnMessage
    public void pong(PongMessage pong) {
        connection.heard();
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
