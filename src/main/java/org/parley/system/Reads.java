package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;

/**
 * Runs single statements that only read. Within a transaction they see what it has changed. Outside, each sees what is
 * committed at that moment, and no transaction is begun for it, which would take three more exchanges with the database
 * and more time than the statement.
 *
 * <p>An injected entity manager is no way to read outside of a transaction, except on a thread that serves a request:
 * Payara keeps it with the component that is being called, and the threads of a pool inherit that from the thread that
 * made them. So two of them would use one connection. A session of its own for each statement has no such neighbours.
 */
@ApplicationScoped
public class Reads {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry current;

    private volatile SessionFactory sessions;

    /**
     * @param statement reads all of its result before it returns; outside of a transaction, entities come detached
     */
    public <T> T get(Function<SharedSessionContract, T> statement) {
        if (current.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return statement.apply(entities.unwrap(Session.class));
        }
        try (StatelessSession session = sessions().openStatelessSession()) {
            return statement.apply(session);
        }
    }

    private SessionFactory sessions() {
        SessionFactory known = sessions;
        if (known == null) {
            known = entities.getEntityManagerFactory().unwrap(SessionFactory.class);
            sessions = known;
        }
        return known;
    }
}
