package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.accounts.Guessing;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/** Gives an account a new password and ends all its sessions except the caller's. */
@ApplicationScoped
class ChangingPasswords {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Guessing guessing;

    @Inject
    EndingSessions ending;

    @Inject
    Transactions transactions;

    /**
     * @throws Refusal {@code invalid_request} that names {@code current} if it is not the password;
     *     {@code rate_limited} after too many wrong ones, so that a thief of the token cannot guess it
     */
    void change(Caller caller, String current, String password) {
        String known = accounts.byId(caller.accountId()).orElseThrow().passwordHash();
        if (!guessing.right(caller.username(), current, known, Payer.of(caller))) {
            throw wrong();
        }
        String hash = passwords.hash(password, Payer.of(caller));
        transactions.run(() -> replace(caller, known, hash));
    }

    private Account replace(Caller caller, String known, String hash) {
        Account account = accounts.lock(caller.accountId());
        if (!known.equals(account.passwordHash())) {
            throw wrong();
        }
        account.passwordHash(hash);
        ending.endOthers(account, caller.sessionId());
        return account;
    }

    private static Refusal wrong() {
        return Refusal.invalid("current", "is not your password");
    }
}
