package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tickets that are not used yet. */
@ApplicationScoped
class Tickets {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    void add(LiveTicket ticket) {
        entities.persist(ticket);
    }

    Optional<UUID> session(byte[] hash, Instant now) {
        return entities.createQuery(
                        "select t.sessionId from LiveTicket t where t.hash = :hash and t.expiresAt > :now", UUID.class)
                .setParameter("hash", hash)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .findFirst();
    }

    /** @return whether the ticket was there: if two requests use it at the same time, one gets {@code false} */
    boolean spend(byte[] hash) {
        return entities.createQuery("delete from LiveTicket t where t.hash = :hash")
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
