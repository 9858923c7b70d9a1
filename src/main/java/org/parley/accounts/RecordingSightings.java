package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import org.parley.problems.DatabaseTrouble;
import org.parley.system.Transactions;

/** Writes down when people were last there; {@code live}, which knows when they go, calls it. */
@ApplicationScoped
public class RecordingSightings {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** Their last socket has closed. Not to be called within a transaction. */
    public void leave(long accountId) {
        Instant now = clock.instant();
        try {
            transactions.run(() -> update(accountId, now) || insert(accountId, now));
        } catch (PersistenceException failed) {
            // They left two servers at once, for the first time; the other wrote it down.
            if (!DatabaseTrouble.duplicate(failed)) {
                throw failed;
            }
        }
    }

    private boolean update(long accountId, Instant now) {
        return entities.createQuery("update Sighting s set s.seenAt = :now where s.accountId = :account")
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    private boolean insert(long accountId, Instant now) {
        entities.persist(new Sighting(accountId, now));
        return true;
    }
}
