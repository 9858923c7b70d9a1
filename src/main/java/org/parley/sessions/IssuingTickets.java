package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.parley.system.Secrets;

/** Issues tickets to sessions and accepts each ticket once. */
@ApplicationScoped
class IssuingTickets {
    @Inject
    Tickets tickets;

    @Inject
    Clock clock;

    @Transactional
    String issue(UUID session) {
        String secret = Secrets.make();
        tickets.add(new LiveTicket(Secrets.hash(secret), session, clock.instant()));
        return secret;
    }

    /** @return the session of the ticket, at its first use only */
    @Transactional
    Optional<UUID> spend(String ticket) {
        byte[] hash = Secrets.hash(ticket);
        return tickets.session(hash, clock.instant()).filter(session -> tickets.spend(hash));
    }
}
