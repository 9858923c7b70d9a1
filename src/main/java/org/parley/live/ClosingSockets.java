package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.util.Map;
import org.parley.accounts.AccountAdministered;
import org.parley.accounts.AccountAdministered.Action;
import org.parley.accounts.AccountDeleted;
import org.parley.sessions.OtherSessionsEnded;
import org.parley.sessions.SessionEnded;

/** Closes the sockets of people whose session has ended or whose account has changed. */
@ApplicationScoped
class ClosingSockets {
    private static final Map<Action, CloseReason> AFTER_ADMINISTRATION = Map.of(
            Action.DISABLE, CloseReasons.ACCOUNT_DISABLED,
            Action.PASSWORD, CloseReasons.SESSION_ENDED,
            Action.END_SESSIONS, CloseReasons.SESSION_ENDED,
            Action.MAKE_ADMIN, CloseReasons.ROLE_CHANGED,
            Action.UNMAKE_ADMIN, CloseReasons.ROLE_CHANGED);

    @Inject
    Connections connections;

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
        connections.of(ended.accountId()).stream()
                .filter(connection -> connection.caller().sessionId().equals(ended.sessionId()))
                .forEach(connection -> connection.close(
                        ended.accountDisabled() ? CloseReasons.ACCOUNT_DISABLED : CloseReasons.SESSION_ENDED));
    }

    /** Also closes sockets of sessions that expired long ago: nothing else would close the socket of a thief. */
    void othersEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) OtherSessionsEnded ended) {
        connections.of(ended.accountId()).stream()
                .filter(connection -> !connection.caller().sessionId().equals(ended.kept()))
                .forEach(connection -> connection.close(CloseReasons.SESSION_ENDED));
    }

    /** Also closes sockets whose session has no row any more. */
    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        connections.of(deleted.accountId()).forEach(connection -> connection.close(CloseReasons.SESSION_ENDED));
    }

    /**
     * Closes all sockets of the account. The rights of a socket come from its handshake, and rooms that it joined as an
     * administrator would stay joined. It closes them whatever their session, because a socket may live longer than the
     * row of its session.
     */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountAdministered administered) {
        CloseReason reason = AFTER_ADMINISTRATION.get(administered.action());
        if (reason != null) {
            connections.of(administered.accountId()).forEach(connection -> connection.close(reason));
        }
    }
}
