package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Requests;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.FloodLimits.Token;

/** How the limits count wrong passwords, and hashes whatever their result; each limit is three. */
class GuessingTest {
    private static final Payer HERE = Payer.at("198.51.100.1");
    private static final Payer THERE = Payer.at("198.51.100.2");

    private final Guessing guessing = new Guessing();
    private boolean full;

    @BeforeEach
    void three_of_everything() {
        guessing.limits = Requests.limits(3);
        guessing.passwords = new Passwords() {
            @Override
            public boolean matches(String password, String hash, Payer payer) {
                if (full) {
                    throw Refusal.unavailable();
                }
                return password.equals(hash);
            }
        };
    }

    @Test
    void wrong_ones_count_for_the_account_at_an_address_in_any_case() {
        for (String name : new String[] {"ann", "ANN", "Ann"}) {
            assertFalse(right(name, "wrong", HERE));
        }
        assertEquals(Code.RATE_LIMITED, refused("ann", "right", HERE));
        assertTrue(right("ann", "right", THERE), "its owner, elsewhere");
    }

    @Test
    void right_ones_do_not_count() {
        for (int i = 0; i < 10; i++) {
            assertTrue(right("ann", "right", HERE));
        }
        assertFalse(right("ann", "wrong", HERE));
    }

    @Test
    void what_was_not_compared_does_not_count() {
        full = true;
        for (int i = 0; i < 10; i++) {
            assertEquals(Code.UNAVAILABLE, refused("ann", "right", HERE));
        }
        full = false;
        assertTrue(right("ann", "right", HERE));
    }

    @Test
    void an_address_that_is_refused_takes_nothing_from_the_accounts_it_tries() {
        for (String name : new String[] {"bob", "cem", "dora"}) {
            assertFalse(right(name, "wrong", HERE));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(Code.RATE_LIMITED, refused("ann", "wrong", HERE));
        }
        guessing.limits.giveBack(HERE.price().stream()
                .map(hash -> new Token(Kind.FAILED_SIGN_INS_FROM_ADDRESS, hash.whose()))
                .toList());
        assertTrue(right("ann", "right", HERE));
    }

    private boolean right(String username, String password, Payer payer) {
        return guessing.right(username, password, "right", payer);
    }

    private Code refused(String username, String password, Payer payer) {
        return assertThrows(Refusal.class, () -> right(username, password, payer))
                .code();
    }
}
