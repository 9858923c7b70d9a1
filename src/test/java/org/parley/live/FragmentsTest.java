package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.parley.http.BodyLimit;

class FragmentsTest {
    private final Fragments fragments = new Fragments();

    @Test
    void parts_are_put_together_and_the_next_message_begins_anew() {
        assertTrue(fragments.add("to"));
        assertTrue(fragments.add("geth"));
        assertTrue(fragments.add("er"));
        assertEquals("together", fragments.taken());
        assertTrue(fragments.add("alone"));
        assertEquals("alone", fragments.taken());
        assertTrue(fragments.add(""));
        assertEquals("", fragments.taken());
    }

    @Test
    void the_longest_message_is_taken_and_a_longer_one_refused_with_all_that_follows() {
        assertTrue(fragments.add("x".repeat(BodyLimit.BYTES - 1)));
        assertTrue(fragments.add("x"));
        assertEquals(BodyLimit.BYTES, fragments.taken().length());
        assertTrue(fragments.add("x".repeat(BodyLimit.BYTES)));
        assertFalse(fragments.add("x"));
        assertFalse(fragments.add("x"));
    }
}
