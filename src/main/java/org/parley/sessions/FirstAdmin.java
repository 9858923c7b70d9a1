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
 * A server that nobody administers prints a code in its log; whoever can read that makes the first administrator's account
 * with it, once. Each server has a code of its own, and forgets it when it stops.
 */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());
    private static final String GATE = "first.admin";
    /** Letters and digits of which none looks like another: 5 bits each. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 100 bits, so that it cannot be guessed however often somebody tries. */
    private static final int LENGTH = 20;

    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
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

    /** Whether somebody was found to administer this server. */
    private volatile boolean administered;

    void prepare(@Observes @Priority(Starting.ADMINISTRATORS) Starting starting) {
        if (!needed()) {
            return;
        }
        values.keep(GATE, "");
        code = newCode();
        LOG.log(
                Level.WARNING,
                "Nobody administers this server yet. Open {0}#/setup and make the first administrator with the code {1}",
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

    /** Whether there is no administrator. Strangers ask this too, and the last administrator stays one: one look is enough. */
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
     * @param typed the code, as somebody has read it in the log
     * @throws Refusal {@code forbidden} for another code, and when there is an administrator; {@code username_taken}
     */
    OpenSession make(String typed, Name name, String password, Client client) {
        if (!right(typed) || !needed()) {
            throw refused();
        }
        return registering.register(name, password, Payer.at(client.address()), account -> {
            passGate();
            account.admin(true);
            return opening.open(account, client);
        });
    }

    private boolean right(String typed) {
        String known = code;
        return known != null
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.US_ASCII), typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** One at a time, on whatever server: the second finds the first one's account. */
    private void passGate() {
        values.lock(GATE);
        if (!nobody()) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.of(Code.FORBIDDEN, "This is not the code in the log of this server, or it has been used.");
    }
}
