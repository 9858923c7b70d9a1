package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.parley.problems.DatabaseTrouble;

/** What the database keeps by name for all servers, once and for all: the first to write it decides. */
@ApplicationScoped
public class LastingValues {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Transactions transactions;

    /** Keeps the value, unless there is one. */
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
            // Another node that starts at the same time was faster.
            if (!DatabaseTrouble.duplicate(failed)) {
                throw failed;
            }
        }
    }

    /** @return one value or none */
    public List<String> of(String name) {
        return read("SELECT content FROM setting WHERE name = :name", name);
    }

    /** Nobody else passes here with the same name until the transaction ends; the value must be there. */
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
