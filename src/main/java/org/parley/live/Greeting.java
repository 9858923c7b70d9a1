package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.presence.RecordingSockets;
import org.parley.sessions.Arrival;

/** Opens and closes connections. */
@ApplicationScoped
class Greeting {
    @Inject
    Connections connections;

    @Inject
    Listening listening;

    @Inject
    Feeds feeds;

    @Inject
    Users users;

    @Inject
    RecordingSockets sockets;

    @Inject
    TellingPresence presence;

    @Inject
    Codec codec;

    @Inject
    Clock clock;

    /** @param personal whether it carries its user's own feed */
    Connection open(Arrival arrival, boolean personal, Remote remote) {
        Connection connection = connections.add(arrival.caller(), personal, remote, this::closed);
        try {
            connection.takes(arrival);
            sockets.opened(connection.id(), connection.caller().accountId());
            presence.changed(connection.caller().accountId());
            greet(connection);
            if (personal) {
                feeds.opened(connection);
            }
        } catch (RuntimeException failure) {
            // The endpoint never learns of this connection, so remove it here.
            closed(connection);
            throw failure;
        }
        return connection;
    }

    private void greet(Connection connection) {
        Optional<UserJson> user = users.signedIn(connection.caller().sessionId());
        // Check again: changes since the handshake were announced before this socket was known.
        if (user.isEmpty()) {
            boolean disabled = users.disabled(connection.caller().accountId());
            connection.close(disabled ? CloseReasons.ACCOUNT_DISABLED : CloseReasons.SESSION_ENDED);
            return;
        }
        if (user.get().role().equals("admin") != connection.caller().admin()) {
            connection.close(CloseReasons.ROLE_CHANGED);
            return;
        }
        connection.send(codec.encoded(
                Frames.ConnectionEstablished.of(user.get(), connection.id().toString(), clock.instant())));
    }

    /** Called by whichever learns of it first, the container or our own closing. The second call does nothing. */
    void closed(Connection connection) {
        if (connection == null) {
            return;
        }
        // Remove it first, so that no room accepts it any more.
        boolean last = connections.remove(connection);
        connection.leaves();
        listening.closed(connection);
        sockets.closed(connection.id(), connection.caller().accountId(), last);
        presence.changed(connection.caller().accountId());
    }
}
