package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.Secrets;

/** Ends sessions. Only this class does, so that sockets and tokens always learn of the end. */
@ApplicationScoped
public class EndingSessions {
    @Inject
    LoginSessions sessions;

    @Inject
    RefreshTokens tokens;

    @Inject
    Event<SessionEnded> ended;

    @Inject
    Event<OtherSessionsEnded> othersEnded;

    @Inject
    Clock clock;

    @Transactional
    void logOut(Caller caller) {
        sessions.lock(caller.sessionId()).ifPresent(this::end);
    }

    /** @throws Refusal {@code not_found} if the session is over or belongs to another account */
    @Transactional
    public void revoke(long accountId, UUID id) {
        end(sessions.lock(id)
                .filter(session -> session.accountId() == accountId)
                .orElseThrow(Refusal::notFound));
    }

    /** @return whether the token's session was still alive; the token itself may be used up */
    @Transactional
    boolean endByToken(String refreshToken) {
        Optional<LoginSession> session =
                tokens.session(Secrets.hash(refreshToken)).flatMap(sessions::lock);
        session.ifPresent(this::end);
        return session.isPresent();
    }

    /** Call this in the transaction of the change that makes it necessary. */
    void endOthers(Account account, UUID except) {
        sessions.lockOthers(account.id(), except).forEach(this::end);
        othersEnded.fire(new OtherSessionsEnded(account.id(), except));
    }

    /** Call this in the transaction that begins a session, with the account locked or new. @param kept how many stay */
    void endBeyond(Account account, int kept) {
        sessions.lockBeyond(account.id(), kept).forEach(this::end);
    }

    /**
     * Ends all sessions of an account, also expired ones, because their sockets may still be open.
     *
     * @param account must be locked
     * @param disabled whether the reason is that the account is disabled
     * @return whether there were any
     */
    public boolean endAll(Account account, boolean disabled) {
        List<LoginSession> all = sessions.lockAll(account.id());
        all.forEach(session -> end(session, disabled));
        return !all.isEmpty();
    }

    /** The session must be locked. */
    void end(LoginSession session) {
        end(session, false);
    }

    private void end(LoginSession session, boolean disabled) {
        session.end(clock.instant());
        ended.fire(new SessionEnded(session.id(), session.accountId(), disabled));
    }
}
