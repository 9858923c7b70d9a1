package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Guessing;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/**
 * Opens a session for a person who knows the password. An unknown name and a wrong password look alike, also in timing.
 */
@ApplicationScoped
class SigningIn {
    @Inject
    Accounts accounts;

    @Inject
    Guessing guessing;

    @Inject
    OpeningSessions opening;

    @Inject
    Transactions transactions;

    /**
     * @throws Refusal {@code invalid_credentials}; {@code forbidden} for a disabled account with the right password;
     *     {@code rate_limited} after too many wrong ones
     */
    OpenSession signIn(String username, String password, Client client) {
        Optional<Account> known = accounts.byName(username);
        String hash = known.map(Account::passwordHash).orElse(null);
        if (!guessing.right(username, password, hash, Payer.at(client.address()))) {
            throw refused();
        }
        long id = known.orElseThrow().id();
        return transactions.run(() -> open(id, hash, client));
    }

    /** Checks again under the lock: meanwhile, the password may have changed or the account may be disabled. */
    private OpenSession open(long id, String hash, Client client) {
        Account account = accounts.lock(id);
        if (!hash.equals(account.passwordHash())) {
            throw refused();
        }
        if (account.disabled()) {
            throw Refusal.of(Code.FORBIDDEN, "This account is disabled.");
        }
        return opening.open(account, client);
    }

    private static Refusal refused() {
        return Refusal.of(Code.INVALID_CREDENTIALS, "The username or the password is wrong.");
    }
}
