package org.parley.admin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.parley.accounts.Account;
import org.parley.system.LastingValues;
import org.parley.system.Starting;

/**
 * Those who administer this server, of whom one always remains. Who makes one fewer passes the gate first, one at a time on
 * whatever server, or two could each take the other for the one who stays.
 */
@ApplicationScoped
@Transactional
class Administrators {
    private static final String GATE = "administrators";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    LastingValues values;

    void prepare(@Observes @Priority(Starting.ADMINISTRATORS) Starting starting) {
        values.keep(GATE, "");
    }

    /** To be called before any account is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void passGate() {
        values.lock(GATE);
    }

    /** Whether somebody else administers who can sign in. Behind the gate it stays so until the transaction ends. */
    boolean besides(Account account) {
        return entities.createQuery(
                                """
                                select count(a) from Account a
                                where a.role = 'admin' and a.disabledAt is null and a.id <> :id""",
                                Long.class)
                        .setParameter("id", account.id())
                        .getSingleResult()
                > 0;
    }

    /** Whether this account still administers; asked again behind the gate, where another may have just ended it. */
    boolean include(long accountId) {
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
