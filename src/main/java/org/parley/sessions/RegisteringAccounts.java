package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.accounts.Account;
import org.parley.accounts.AccountRegistered;
import org.parley.accounts.Accounts;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.DatabaseTrouble;
import org.parley.problems.Refusal;
import org.parley.system.Ids;
import org.parley.system.Transactions;
import org.parley.texts.Name;

/** Creates accounts: for people who register, and for the administrator in the configuration. */
@ApplicationScoped
class RegisteringAccounts {
    @Inject
    Accounts accounts;

    @Inject
    OpeningSessions opening;

    @Inject
    Passwords passwords;

    @Inject
    Transactions transactions;

    @Inject
    Event<AccountRegistered> registered;

    @Inject
    Clock clock;

    /**
     * Registers a person and opens a session.
     *
     * @param displayName may be empty
     * @throws Refusal {@code username_taken}; {@code rate_limited} for too many hashes from one address
     */
    OpenSession register(Name name, String password, String displayName, Client client) {
        return register(name, password, Payer.at(client.address()), account -> {
            account.displayName(displayName);
            return opening.open(account, client);
        });
    }

    /** @throws Refusal {@code username_taken} */
    Account registerAdmin(Name name, String password) {
        return register(name, () -> passwords.hash(password), account -> {
            account.admin(true);
            return account;
        });
    }

    /**
     * Creates an account.
     *
     * @param completed further work on the new account in the same transaction; if it throws, everything is rolled back
     * @throws Refusal {@code username_taken}, {@code rate_limited}
     */
    <T> T register(Name name, String password, Payer payer, Function<Account, T> completed) {
        return register(name, () -> passwords.hash(password, payer), completed);
    }

    private <T> T register(Name name, Supplier<String> hashing, Function<Account, T> completed) {
        // This check only avoids the slow hash; the unique keys decide.
        if (accounts.taken(name)) {
            throw taken();
        }
        String hash = hashing.get();
        return settled(
                name,
                () -> transactions.run(() -> {
                    Account account = new Account(Ids.next(clock), name, hash, clock.instant());
                    accounts.add(account);
                    T result = completed.apply(account);
                    registered.fire(new AccountRegistered(account.id()));
                    return result;
                }));
    }

    private <T> T settled(Name name, Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (PersistenceException failed) {
            if (DatabaseTrouble.duplicate(failed) && accounts.taken(name)) {
                throw taken();
            }
            throw failed;
        }
    }

    private static Refusal taken() {
        return Refusal.of(Code.USERNAME_TAKEN, "This name, or one that looks like it, is already taken.");
    }
}
