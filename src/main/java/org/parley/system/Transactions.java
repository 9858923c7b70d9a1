package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Runs a use case, or a part of one, in a transaction. A part, if the rest must not be in it: passwords are hashed
 * before the room is locked, and the violation of a unique key is answered after the rollback.
 *
 * <p>Errors of the database appear before the commit, because Payara logs an error within the commit with its full
 * trace, and deadlocks are usual.
 */
@ApplicationScoped
public class Transactions {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry current;

    /**
     * Joins the current transaction or begins one. Any exception or error rolls it back and reaches the caller
     * unchanged.
     */
    @Transactional
    public <T> T run(Supplier<T> work) {
        try {
            T result = work.get();
            // Flush here, so that an error of the database keeps its own cause and is not wrapped by a failed commit.
            entities.flush();
            return result;
        } catch (Error error) {
            throw undone(error);
        }
    }

    /** As {@link #run(Supplier)}, for work without a result. */
    @Transactional
    public void run(Runnable work) {
        undoOnError(() -> {
            work.run();
            entities.flush();
        });
    }

    /**
     * Runs a part of the current transaction. Payara rolls back after an exception but commits after an {@code Error};
     * the commit would keep half of the work.
     */
    public void undoOnError(Runnable work) {
        try {
            work.run();
        } catch (Error error) {
            throw undone(error);
        }
    }

    private Error undone(Error error) {
        try {
            current.setRollbackOnly();
        } catch (IllegalStateException ended) {
            error.addSuppressed(ended);
        }
        return error;
    }
}
