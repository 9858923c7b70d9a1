package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds out who asks, by what they show. */
@ApplicationScoped
class Callers {
    @Inject
    AccessTokens tokens;

    @Inject
    IssuingTickets tickets;

    @Inject
    LoginSessions sessions;

    Optional<Caller> byToken(String accessToken) {
        return tokens.session(accessToken).flatMap(this::ofSession);
    }

    Optional<Caller> byTicket(String ticket) {
        return tickets.spend(ticket).flatMap(this::ofSession);
    }

    private Optional<Caller> ofSession(UUID id) {
        return sessions.holder(id).map(account -> Caller.of(account, id));
    }
}
