package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.Transactions;
import org.parley.texts.Names;

/** Opens a session for who knows the password. An unknown name and a wrong password look alike, in time too. */
@ApplicationScoped
class SigningIn {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    FloodLimits limits;

    @Inject
    OpeningSessions opening;

    @Inject
    Transactions transactions;

    /** An account as it is tried from an address: who guesses elsewhere does not lock its owner out. */
    private record Target(String username, String address) {}

    /**
     * @throws Refusal {@code invalid_credentials}; {@code forbidden} for a disabled account with the right password;
     *     {@code rate_limited} after too many wrong ones
     */
    OpenSession signIn(String username, String password, Client client) {
        Target target = new Target(Names.folded(username), client.address());
        limits.take(Kind.FAILED_SIGN_INS_TO_ACCOUNT, target);
        limits.take(Kind.FAILED_SIGN_INS_FROM_ADDRESS, client.address());
        Optional<Account> known = accounts.byName(username);
        String hash = known.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw refused();
        }
        limits.giveBack(Kind.FAILED_SIGN_INS_TO_ACCOUNT, target);
        limits.giveBack(Kind.FAILED_SIGN_INS_FROM_ADDRESS, client.address());
        long id = known.orElseThrow().id();
        return transactions.run(() -> open(id, hash, client));
    }

    /** Judged again under the lock: the password may have been changed, or the account disabled, meanwhile. */
    private OpenSession open(long id, String hash, Client client) {
        Account account = accounts.lock(id);
        if (!account.passwordHash().equals(hash)) {
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
