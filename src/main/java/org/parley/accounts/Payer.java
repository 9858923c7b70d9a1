package org.parley.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.FloodLimits.Token;

/**
 * The account and the address that a password hash is counted for. Hashing is slow, so both have a limit.
 *
 * @param accountId {@code null} for a caller who is not signed in; otherwise strangers could lock an account's owner
 *     out
 */
public record Payer(Long accountId, String address) {
    public static Payer of(Caller caller) {
        return new Payer(caller.accountId(), caller.address());
    }

    public static Payer at(String address) {
        return new Payer(null, address);
    }

    /** The tokens that one hash takes. */
    List<Token> price() {
        return Stream.of(accountId, address)
                .filter(whose -> whose != null)
                .map(whose -> new Token(Kind.HASHES, whose))
                .toList();
    }
}
