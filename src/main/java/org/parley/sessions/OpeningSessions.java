package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.parley.accounts.Account;

/**
 * Begins a session with its first refresh token, within the transaction of a registration or a sign-in. An account has no
 * more than a hundred; the one that was used least recently makes room. Without that bound, to disable an account or to
 * change its password could mean to lock any number of rows.
 */
@ApplicationScoped
class OpeningSessions {
    static final int MOST = 100;

    @Inject
    LoginSessions sessions;

    @Inject
    EndingSessions ending;

    @Inject
    RefreshTokens tokens;

    @Inject
    Clock clock;

    OpenSession open(Account account, Client client) {
        ending.endBeyond(account, MOST - 1);
        UUID id = UUID.randomUUID();
        sessions.add(new LoginSession(id, account.id(), client, clock.instant()));
        return new OpenSession(account, id, tokens.make(id, null));
    }
}
