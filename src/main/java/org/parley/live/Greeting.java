package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.accounts.RecordingSightings;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;

/** Sockets come and go. */
@ApplicationScoped
public class Greeting {
    @Inject
    Connections connections;

    @Inject
    Listening listening;

    @Inject
    Users users;

    @Inject
    RecordingSightings sightings;

    @Inject
    Codec codec;

    @Inject
    Clock clock;

    Connection open(Caller caller, Session session) {
        Connection connection = connections.add(caller, session);
        try {
            greet(connection);
        } catch (RuntimeException failure) {
            // The endpoint never learns of this connection, so nobody would take it away.
            closed(connection);
            throw failure;
        }
        return connection;
    }

    private void greet(Connection connection) {
        Optional<UserJson> user = users.signedIn(connection.caller().sessionId());
        if (user.isEmpty()) {
            // It ended between the handshake and here, before anybody knew of this socket.
            connection.close(CloseReasons.SESSION_ENDED);
            return;
        }
        connection.send(codec.encoded(Frames.ConnectionEstablished.of(user.get(), connection.id(), clock.instant())));
    }

    void closed(Connection connection) {
        if (connection == null) {
            return;
        }
        // First, so that no room lets it in any more.
        boolean last = connections.remove(connection);
        listening.closed(connection);
        if (last) {
            sightings.leave(connection.caller().accountId());
        }
    }
}
