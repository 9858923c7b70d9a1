package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Gives tickets to sessions and takes each back once. */
@ApplicationScoped
class IssuingTickets {
    @Inject
    Tickets tickets;

    @Inject
    Clock clock;

    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    @Transactional
    String issue(UUID session) {
        Instant now = clock.instant();
        sweepSometimes(now);
        String secret = Secrets.make();
        tickets.add(new LiveTicket(Secrets.hash(secret), session, now));
        return secret;
    }

    /** Few tickets are never spent; those go once a lifetime, not with each request. */
    private void sweepSometimes(Instant now) {
        Instant due = nextSweep.get();
        if (now.isAfter(due) && nextSweep.compareAndSet(due, now.plus(LiveTicket.LIFETIME))) {
            tickets.sweep(now);
        }
    }

    /** @return the session it was given to, the first time */
    @Transactional
    Optional<UUID> spend(String ticket) {
        byte[] hash = Secrets.hash(ticket);
        return tickets.session(hash, clock.instant()).filter(session -> tickets.spend(hash));
    }
}
