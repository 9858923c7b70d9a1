package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.FloodLimits.Token;
import org.parley.texts.Names;

/** Limits wrong passwords for an account, at sign-in and wherever a signed-in caller must repeat the password. */
@ApplicationScoped
public class Guessing {
    @Inject
    Passwords passwords;

    @Inject
    FloodLimits limits;

    /** An account and the address that tries it: guesses from another address do not lock the owner out. */
    private record Target(String username, String address) {}

    /**
     * Checks a password.
     *
     * @param hash of the account's password, or {@code null} for an unknown name
     * @return whether the password is right
     * @throws Refusal {@code rate_limited} after too many wrong ones, {@code unavailable} if too many checks wait
     */
    public boolean right(String username, String password, String hash, Payer payer) {
        List<Token> guess = List.of(
                new Token(Kind.FAILED_SIGN_INS_TO_ACCOUNT, new Target(Names.folded(username), payer.address())),
                new Token(Kind.FAILED_SIGN_INS_FROM_ADDRESS, payer.address()));
        boolean right = limits.counting(guess, () -> passwords.matches(password, hash, payer));
        if (right) {
            limits.giveBack(guess);
        }
        return right;
    }
}
