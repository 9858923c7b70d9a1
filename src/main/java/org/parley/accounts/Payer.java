package org.parley.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.FloodLimits.Token;

/**
 * The account and the address that pay for the hash of a password. Hashing is slow, so each has a limit.
 *
 * @param accountId {@code null} for somebody who is not signed in: strangers could lock an account's owner out otherwise
 */
public record Payer(Long accountId, String address) {
    public static Payer of(Caller caller) {
        return new Payer(caller.accountId(), caller.address());
    }

    public static Payer at(String address) {
        return new Payer(null, address);
    }

    /** What one hash costs. */
    List<Token> price() {
        return Stream.of(accountId, address)
                .filter(whose -> whose != null)
                .map(whose -> new Token(Kind.HASHES, whose))
                .toList();
    }
}
