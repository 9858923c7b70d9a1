package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

class AskedTest {
    @Test
    void one_number_or_none_is_taken() {
        assertEquals(new Asked(null, null, null, 3), Asked.of(null, null, null, 3));
        assertEquals(new Asked(0L, null, null, 3), Asked.of("0", null, null, 3));
        assertEquals(new Asked(null, 7L, null, 50), Asked.of(null, "7", null, 50));
        assertEquals(new Asked(null, null, 9L, 50), Asked.of(null, null, "9", 50));
    }

    @Test
    void two_numbers_or_none_at_all_are_refused() {
        assertRefused("1", "1", null);
        assertRefused("1", null, "1");
        assertRefused("x", null, null);
        assertRefused(null, "-1", null);
        assertRefused(null, null, "");
    }

    private static void assertRefused(String before, String after, String around) {
        assertThrows(Refusal.class, () -> Asked.of(before, after, around, 50));
    }
}
