package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.parley.accounts.Account;

/**
 * Begins a session with its first refresh token, in the transaction of the registration or sign-in. An account has at
 * most a hundred sessions; a new one ends the least recently used. Without this limit, disabling an account or changing
 * its password could lock any number of rows.
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
