package org.parley.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void what_nobody_expected_tells_nothing_of_the_inside() {
        Refusal refusal = Failures.refusal(new IllegalStateException(
                "org.h2.Driver: SELECT password_hash FROM account", new Error("/etc/parley")));
        assertEquals(Code.UNAVAILABLE, refusal.code());
        for (String inside : List.of("h2", "SELECT", "account", "/etc", "Exception", "org.", "Error")) {
            assertFalse(refusal.detail().contains(inside), refusal.detail());
        }
    }
}
