package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.parley.problems.DatabaseTrouble;

/** Named values that the database keeps for all servers. The first server to write a value decides it. */
@ApplicationScoped
public class LastingValues {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Transactions transactions;

    /** Stores the value, unless the name already has one. */
    public void keep(String name, String value) {
        try {
            transactions.run(() -> {
                if (of(name).isEmpty()) {
                    entities.createNativeQuery("INSERT INTO setting (name, content) VALUES (:name, :content)")
                            .setParameter("name", name)
                            .setParameter("content", value)
                            .executeUpdate();
                }
            });
        } catch (PersistenceException failed) {
            // Another server that starts at the same time was faster.
            if (!DatabaseTrouble.duplicate(failed)) {
                throw failed;
            }
        }
    }

    /** @return a list with the value, or an empty list */
    public List<String> of(String name) {
        return read("SELECT content FROM setting WHERE name = :name", name);
    }

    /** Locks the value until the transaction ends, so that other callers with this name wait. The value must exist. */
    public void lock(String name) {
        read("SELECT content FROM setting WHERE name = :name FOR UPDATE", name);
    }

    private List<String> read(String sql, String name) {
        return entities.createNativeQuery(sql, String.class)
                .setParameter("name", name)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }
}
