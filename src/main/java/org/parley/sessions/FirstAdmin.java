package org.parley.sessions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;
import org.parley.system.LastingValues;
import org.parley.system.Starting;
import org.parley.system.Transactions;
import org.parley.texts.Name;

/**
 * Creates the first administrator. A server without administrators prints a code in its log. With this code, an
 * operator who can read the log creates the account, once. Each server has its own code and forgets it when it stops.
 */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());
    private static final String GATE = "first.admin";
    /** Letters and digits that do not look alike, 5 bits each. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 100 bits: nobody can guess the code, however often they try. */
    private static final int LENGTH = 20;

    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    LastingValues values;

    @Inject
    RegisteringAccounts registering;

    @Inject
    OpeningSessions opening;

    @Inject
    Configuration configuration;

    @Inject
    Transactions transactions;

    private volatile String code;

    /** Whether an administrator has been found. */
    private volatile boolean administered;

    void prepare(@Observes @Priority(Starting.ADMINISTRATORS) Starting starting) {
        if (!needed()) {
            return;
        }
        values.keep(GATE, "");
        code = newCode();
        LOG.log(
                Level.WARNING,
                "This server has no administrator yet. Open {0}#/setup and create one with the code {1}",
                configuration.publicUrl().map(Object::toString).orElse(""),
                code);
    }

    private static String newCode() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append('-');
            }
            made.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return made.toString();
    }

    /**
     * Whether there is no administrator. Strangers may ask this, so the database is asked only until there is one: the
     * last administrator cannot be removed.
     */
    boolean needed() {
        if (!administered) {
            administered = !transactions.run(this::nobody);
        }
        return !administered;
    }

    private boolean nobody() {
        return entities.createQuery("select a.id from Account a where a.role = 'admin'", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Creates the account and opens a session.
     *
     * @param typed the code that the person copied from the log
     * @param displayName may be empty
     * @throws Refusal {@code forbidden} if the code is wrong or there is an administrator already;
     *     {@code username_taken}
     */
    OpenSession make(String typed, Name name, String password, String displayName, Client client) {
        if (!right(typed) || !needed()) {
            throw refused();
        }
        return registering.register(name, password, Payer.at(client.address()), account -> {
            passGate();
            account.admin(true);
            account.displayName(displayName);
            return opening.open(account, client);
        });
    }

    private boolean right(String typed) {
        String known = code;
        return known != null
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.US_ASCII), typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Lets one transaction in at a time, over all servers. The second one finds the first one's account. */
    private void passGate() {
        values.lock(GATE);
        if (!nobody()) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.of(Code.FORBIDDEN, "This code is wrong, or it has been used. The server's log has the code.");
    }
}
