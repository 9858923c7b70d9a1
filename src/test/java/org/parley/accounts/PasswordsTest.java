package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Requests;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

class PasswordsTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Passwords passwords = new Passwords(Requests.configuration(null, List.of(), List.of()));

    @Test
    void a_password_matches_its_own_hash_alone() {
        String hash = passwords.hash("correct-horse");
        assertTrue(passwords.matches("correct-horse", hash));
        assertFalse(passwords.matches("correct-horsE", hash));
        assertFalse(passwords.matches("", hash));
    }

    @Test
    void the_hash_says_how_it_was_made_and_fits_its_column() {
        String hash = passwords.hash("correct-horse");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(hash.length() <= 255);
    }

    @Test
    void what_was_hashed_with_less_memory_matches() {
        String weak = Argon2Function.getInstance(64, 2, 1, 32, Argon2.ID)
                .hash("correct-horse")
                .getResult();
        assertTrue(passwords.matches("correct-horse", weak));
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertNotEquals(passwords.hash("correct-horse"), passwords.hash("correct-horse"));
    }

    @Test
    void the_same_letters_in_another_normal_form_are_the_same_password() {
        assertTrue(passwords.matches("pa\u00DFwort-e\u0301", passwords.hash("pa\u00DFwort-\u00E9")));
    }

    @Test
    void nobodys_password_is_compared_and_never_matches() {
        assertFalse(passwords.matches("correct-horse", null));
    }

    @Test
    void a_password_that_is_too_long_or_has_too_many_marks_never_matches() {
        for (String password : List.of("x".repeat(129), "a" + "\u0323".repeat(31))) {
            assertFalse(passwords.matches(password, passwords.hash(password)));
            assertFalse(passwords.matches(password, passwords.hash("")));
        }
        String longest = "x".repeat(128);
        assertTrue(passwords.matches(longest, passwords.hash(longest)));
    }

    /** Compares the CPU time, which a busy machine changes little. */
    @Test
    void comparing_nobodys_password_is_as_much_work_as_comparing_somebodys() {
        String hash = passwords.hash("correct-horse");
        long somebodys = Long.MAX_VALUE;
        long nobodys = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            somebodys = Math.min(somebodys, cpuNanos(hash));
            nobodys = Math.min(nobodys, cpuNanos(null));
        }
        assertTrue(
                nobodys > somebodys / 3 && nobodys < somebodys * 3,
                "nobody's took " + nobodys + " ns, somebody's " + somebodys);
    }

    private long cpuNanos(String hash) {
        long before = THREADS.getCurrentThreadCpuTime();
        passwords.matches("wrong-horse", hash);
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    @Test
    void an_account_and_an_address_hash_only_so_many_whatever_comes_out() {
        passwords.limits = Requests.limits(2);
        Payer ann = new Payer(1L, "198.51.100.1");
        String hash = passwords.hash("correct-horse", ann);
        assertTrue(passwords.matches("correct-horse", hash, ann));
        assertEquals(Code.RATE_LIMITED, refused(ann));
        assertEquals(Code.RATE_LIMITED, refused(new Payer(1L, "198.51.100.2")), "the account elsewhere");
        assertEquals(Code.RATE_LIMITED, refused(Payer.at("198.51.100.1")), "others at the address");
        passwords.hash("correct-horse", new Payer(2L, "198.51.100.2"));
    }

    @Test
    void what_was_not_hashed_costs_nothing() {
        passwords.limits = Requests.limits(1);
        Payer ann = new Payer(1L, "198.51.100.1");
        Thread.currentThread().interrupt();
        assertEquals(Code.UNAVAILABLE, refused(ann));
        assertTrue(Thread.interrupted());
        passwords.hash("correct-horse", ann);
    }

    private Code refused(Payer payer) {
        return assertThrows(Refusal.class, () -> passwords.hash("correct-horse", payer))
                .code();
    }

    @Test
    void a_person_who_is_interrupted_while_waiting_is_refused_and_takes_no_turn() {
        Thread.currentThread().interrupt();
        assertEquals(
                Code.UNAVAILABLE,
                assertThrows(Refusal.class, () -> passwords.hash("correct-horse"))
                        .code());
        assertTrue(Thread.interrupted());
        assertTrue(passwords.matches("correct-horse", passwords.hash("correct-horse")));
    }
}
