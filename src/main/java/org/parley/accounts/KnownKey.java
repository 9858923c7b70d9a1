package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.parley.problems.DatabaseTrouble;
import org.parley.system.BadSetting;
import org.parley.system.Transactions;

/** Which key the tokens of this database are signed by: nodes with different keys would sign each other's users out. */
@ApplicationScoped
class KnownKey {
    private static final String NAME = "jwt.key";

    @PersistenceContext
    EntityManager entities;

    @Inject
    SigningKey key;

    @Inject
    Transactions transactions;

    /** @throws BadSetting if the database knows another key */
    void check() {
        try {
            transactions.run(this::rememberTheFirst);
        } catch (PersistenceException failed) {
            // Another node that starts at the same time was faster; its key is judged below.
            if (!DatabaseTrouble.duplicate(failed)) {
                throw failed;
            }
        }
        if (!known().contains(key.fingerprint())) {
            throw new BadSetting(
                    SigningKey.SETTING,
                    "or its file is another key (fingerprint " + key.fingerprint() + ") than this database knows ("
                            + String.join("", known()) + "); give back the old one, or delete the row '" + NAME
                            + "' of the table setting to sign everybody out");
        }
    }

    private int rememberTheFirst() {
        return known().isEmpty()
                ? entities.createNativeQuery("insert into setting (name, content) values (:name, :content)")
                        .setParameter("name", NAME)
                        .setParameter("content", key.fingerprint())
                        .executeUpdate()
                : 0;
    }

    private List<String> known() {
        return entities.createNativeQuery("select content from setting where name = :name", String.class)
                .setParameter("name", NAME)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }
}
