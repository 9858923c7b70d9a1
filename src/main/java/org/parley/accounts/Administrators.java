package org.parley.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.parley.system.LastingValues;
import org.parley.system.Starting;

/**
 * The administrators of this server. At least one always remains. A change that may remove one passes the gate first,
 * which lets one transaction in at a time over all servers. Without it, two administrators could remove each other.
 */
@ApplicationScoped
@Transactional
public class Administrators {
    private static final String GATE = "administrators";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    LastingValues values;

    void prepare(@Observes @Priority(Starting.ADMINISTRATORS) Starting starting) {
        values.keep(GATE, "");
    }

    /** Call this before any account is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void passGate() {
        values.lock(GATE);
    }

    /**
     * Whether there is another administrator who can sign in. Behind the gate, this stays true until the transaction
     * ends.
     */
    public boolean besides(Account account) {
        return entities.createQuery(
                                """
                                select count(a) from Account a
                                where a.role = 'admin' and a.disabledAt is null and a.id <> :id""",
                                Long.class)
                        .setParameter("id", account.id())
                        .getSingleResult()
                > 0;
    }

    /**
     * Whether this account is still an administrator. Checked again behind the gate, because another request may have
     * changed it.
     */
    public boolean include(long accountId) {
        return entities.createQuery(
                                """
                                select count(a) from Account a
                                where a.role = 'admin' and a.disabledAt is null and a.id = :id""",
                                Long.class)
                        .setParameter("id", accountId)
                        .getSingleResult()
                > 0;
    }
}
