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

/** Exchanges a refresh token for the next one. Ends the whole session if a token is replayed. */
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

    /** @throws Refusal {@code unauthenticated} if the token cannot be used, {@code rate_limited} */
    OpenSession refresh(String token) {
        byte[] hash = Secrets.hash(token);
        // Refuse after the transaction: if the token was replayed, the end of the session must be committed.
        return transactions
                .run(() -> tokens.session(hash).flatMap(session -> exchange(hash, session)))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "This session has ended. Sign in again."));
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
        // Each refresh adds a row, so it counts as a change. Only here is the token's owner known. A refusal rolls
        // back.
        limits.take(FloodLimits.Kind.CHANGES, account.get().id());
        session.get().seen(clock.instant());
        return Optional.of(new OpenSession(account.get(), id, tokens.make(id, hash)));
    }

    private boolean usable(byte[] hash, RefreshToken token) {
        Rotation rotation = Rotation.of(token.usedAt(), tokens.successorUsed(hash), clock.instant());
        if (rotation == Rotation.FIRST_USE) {
            // If two requests use the token at the same time, the later one becomes a sibling, which is allowed.
            tokens.use(hash);
        }
        return rotation != Rotation.REPLAY;
    }
}
