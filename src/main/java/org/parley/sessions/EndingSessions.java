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

/** Ends sessions, whoever asks for it; the one place that does, so that sockets and tokens always learn of it. */
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

    /** @throws Refusal {@code not_found} for a session that is over or somebody else's */
    @Transactional
    public void revoke(long accountId, UUID id) {
        end(sessions.lock(id)
                .filter(session -> session.accountId() == accountId)
                .orElseThrow(Refusal::notFound));
    }

    /** @return whether the token belonged to a session that was still alive; it need not be usable itself */
    @Transactional
    boolean endByToken(String refreshToken) {
        Optional<LoginSession> session =
                tokens.session(Secrets.hash(refreshToken)).flatMap(sessions::lock);
        session.ifPresent(this::end);
        return session.isPresent();
    }

    /** Within the transaction that makes it necessary. */
    void endOthers(Account account, UUID except) {
        sessions.lockOthers(account.id(), except).forEach(this::end);
        othersEnded.fire(new OtherSessionsEnded(account.id(), except));
    }

    /** Within the transaction that begins another one, with the account locked or new. @param kept how many stay */
    void endBeyond(Account account, int kept) {
        sessions.lockBeyond(account.id(), kept).forEach(this::end);
    }

    /**
     * Those that have expired too, because their sockets may be open.
     *
     * @param disabled whether it is because the account, which is locked, is disabled
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
