package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    /** Joins the transaction there is, or begins one. Any exception rolls back; it reaches the caller as it was thrown. */
    @Transactional
    public <T> T run(Supplier<T> work) {
        T result = work.get();
        // A refusal by the database comes out here with its own cause, not wrapped by a failed commit.
        entities.flush();
        return result;
    }

    /** As {@link #run(Supplier)}, for work without a result. */
    @Transactional
    public void run(Runnable work) {
        work.run();
        entities.flush();
    }
}
