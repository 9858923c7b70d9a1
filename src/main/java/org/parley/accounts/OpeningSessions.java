package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Begins a session with its first refresh token, within the transaction of a registration or a sign-in. */
@ApplicationScoped
class OpeningSessions {
    @Inject
    LoginSessions sessions;

    @Inject
    RefreshTokens tokens;

    @Inject
    Clock clock;

    OpenSession open(Account account, Client client) {
        UUID id = UUID.randomUUID();
        sessions.add(new LoginSession(id, account.id(), client, clock.instant()));
        return new OpenSession(account, id, tokens.make(id, null));
    }
}
