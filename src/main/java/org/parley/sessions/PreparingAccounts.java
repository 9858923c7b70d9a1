package org.parley.sessions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Passwords;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.BadSetting;
import org.parley.system.Configuration;
import org.parley.system.Starting;
import org.parley.system.Transactions;
import org.parley.texts.Name;
import org.parley.texts.Names;

/**
 * Runs before anybody is served: checks that the database knows the signing key, and creates the configured
 * administrator.
 */
@ApplicationScoped
class PreparingAccounts {
    private static final Logger LOG = System.getLogger(PreparingAccounts.class.getName());
    private static final String USERNAME = "parley.admin.username";

    @Inject
    KnownKey key;

    @Inject
    Configuration configuration;

    @Inject
    Accounts accounts;

    @Inject
    RegisteringAccounts registering;

    @Inject
    Passwords passwords;

    @Inject
    Transactions transactions;

    void prepare(@Observes @Priority(Starting.ACCOUNTS) Starting starting) {
        key.check();
        configuration.admin().ifPresent(this::provide);
    }

    void provide(Configuration.Admin admin) {
        if (promote(admin)) {
            return;
        }
        try {
            registering.registerAdmin(name(admin.username()), admin.password());
        } catch (Refusal refused) {
            // Another server that starts at the same time may have been faster.
            if (refused.code() == Code.USERNAME_TAKEN && accounts.deleted(admin.username())) {
                // Otherwise this person could keep the server from starting.
                LOG.log(Level.WARNING, "The account in " + USERNAME + " was deleted by its owner; no other is made");
            } else if (refused.code() != Code.USERNAME_TAKEN || !promote(admin)) {
                throw new BadSetting(USERNAME, "looks like the name of another account");
            }
        }
    }

    /**
     * Makes the account an administrator if its password is the configured one, because a stranger may have registered
     * the name first. An account that already is an administrator keeps its own password: people change their password,
     * and the setting stays as it was.
     *
     * @return whether there is an account of that name
     */
    private boolean promote(Configuration.Admin admin) {
        Account known = accounts.byName(admin.username()).orElse(null);
        if (known != null && !known.admin()) {
            if (!passwords.matches(admin.password(), known.passwordHash())) {
                throw new BadSetting(
                        USERNAME, "names an account whose password is not the one of parley.admin.password");
            }
            transactions.run(() -> accounts.lock(known.id()).admin(true));
        }
        return known != null;
    }

    private static Name name(String username) {
        try {
            return Names.username(USERNAME, username);
        } catch (Refusal refused) {
            throw new BadSetting(USERNAME, "is not a valid username, or it is reserved");
        }
    }
}
