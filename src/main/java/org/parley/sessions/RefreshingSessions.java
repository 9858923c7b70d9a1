package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.system.Secrets;
import org.parley.system.Transactions;

/** Exchanges a refresh token for the next one, and ends the whole session when a token is replayed. */
@ApplicationScoped
class RefreshingSessions {
    @Inject
    RefreshTokens tokens;

    @Inject
    LoginSessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    EndingSessions ending;

    @Inject
    FloodLimits limits;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** @throws Refusal {@code unauthenticated} for a token nobody can use, {@code rate_limited} */
    OpenSession refresh(String token) {
        byte[] hash = Secrets.hash(token);
        // The refusal comes after the transaction, because a replay's end of the session must be kept.
        return transactions
                .run(() -> tokens.session(hash).flatMap(session -> exchange(hash, session)))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "This session is over; sign in again."));
    }

    private Optional<OpenSession> exchange(byte[] hash, UUID id) {
        Optional<LoginSession> session = sessions.lock(id);
        Optional<Account> account =
                session.flatMap(alive -> accounts.byId(alive.accountId())).filter(known -> !known.disabled());
        Optional<RefreshToken> token = tokens.find(hash);
        if (account.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        if (!usable(hash, token.get())) {
            ending.end(session.get());
            return Optional.empty();
        }
        // Each refresh adds a row, so it counts as a change. Here the token's owner is known. A refusal rolls back.
        limits.take(FloodLimits.Kind.CHANGES, account.get().id());
        session.get().seen(clock.instant());
        return Optional.of(new OpenSession(account.get(), id, tokens.make(id, hash)));
    }

    private boolean usable(byte[] hash, RefreshToken token) {
        Rotation rotation = Rotation.of(token.usedAt(), tokens.successorUsed(hash), clock.instant());
        if (rotation == Rotation.FIRST_USE) {
            // Who loses to another in this very moment is its sibling, and just as welcome.
            tokens.use(hash);
        }
        return rotation != Rotation.REPLAY;
    }
}
