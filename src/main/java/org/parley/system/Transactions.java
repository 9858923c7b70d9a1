package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Runs a use case, or a part of it, in a transaction. A part, where the other must not be: passwords are hashed before the
 * room's lock is taken, and a unique key's refusal is answered after the rollback. What the database refuses comes out
 * before the commit, because Payara logs what fails within it with its whole trace, and deadlocks are nothing unusual.
 */
@ApplicationScoped
public class Transactions {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry current;

    /** Joins the transaction there is, or begins one. Any exception or error rolls back; it reaches the caller as it was thrown. */
    @Transactional
    public <T> T run(Supplier<T> work) {
        try {
            T result = work.get();
            // A refusal by the database comes out here with its own cause, not wrapped by a failed commit.
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
     * Runs a part of the transaction there is. Payara rolls back after exceptions and commits after errors, which would keep
     * half of what was to be done.
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
