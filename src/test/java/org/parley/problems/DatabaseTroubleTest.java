package org.parley.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest {
    @Test
    void lock_waits_and_deadlocks_pass() {
        for (int code : List.of(1205, 1213, 50200, 40001)) {
            assertTrue(DatabaseTrouble.passing(wrapped(code)), "code " + code);
            assertEquals(Code.UNAVAILABLE, Failures.refusal(wrapped(code)).code());
        }
        assertFalse(DatabaseTrouble.passing(wrapped(1064)));
    }

    @Test
    void what_has_no_code_or_says_that_it_is_closed_is_a_database_out_of_reach() {
        Exception broken = new IllegalStateException(new SQLException("Communications link failure", "08S01"));
        assertTrue(DatabaseTrouble.outOfReach(broken));
        assertEquals(Code.UNAVAILABLE, Failures.refusal(broken).code());
        assertTrue(DatabaseTrouble.outOfReach(wrapped(90098)), "H2 has closed itself");
        assertFalse(DatabaseTrouble.refusedStatement(wrapped(90098)));
        assertFalse(DatabaseTrouble.outOfReach(wrapped(1064)));
        assertFalse(DatabaseTrouble.outOfReach(new IllegalStateException()), "not the database at all");
    }

    @Test
    void duplicates_are_told_from_the_rest() {
        assertTrue(DatabaseTrouble.duplicate(wrapped(1062)));
        assertTrue(DatabaseTrouble.duplicate(wrapped(23505)));
        assertFalse(DatabaseTrouble.duplicate(wrapped(1205)));
        assertFalse(DatabaseTrouble.duplicate(new IllegalStateException()));
    }

    private static RuntimeException wrapped(int vendorCode) {
        return new IllegalStateException(new SQLException("refused", "HY000", vendorCode));
    }
}
