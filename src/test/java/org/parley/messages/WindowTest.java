package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

class WindowTest {
    @Test
    void without_a_number_it_is_the_newest() {
        assertEquals(new Window(8, 10, true, false), asked(null, null, null, 3).within(10));
        assertEquals(new Window(1, 2, false, false), asked(null, null, null, 3).within(2));
    }

    @Test
    void an_empty_log_has_no_sides() {
        assertNothing(asked(null, null, null, 50).within(0));
        assertNothing(asked("0", null, null, 50).within(0));
        assertNothing(asked("9", null, null, 50).within(0));
        assertNothing(asked(null, "0", null, 50).within(0));
        assertNothing(asked(null, "9", null, 50).within(0));
        assertNothing(asked(null, null, "9", 50).within(0));
    }

    private static void assertNothing(Window window) {
        assertTrue(window.first() > window.last(), window.toString());
        assertTrue(!window.hasBefore() && !window.hasAfter(), window.toString());
    }

    @Test
    void pages_meet_without_a_gap_whichever_way_one_goes() {
        for (int limit = 1; limit <= 12; limit++) {
            long next = 11;
            while (next > 1) {
                Window window = asked(Long.toString(next), null, null, limit).within(10);
                assertEquals(next - 1, window.last());
                assertEquals(window.first() > 1, window.hasBefore());
                next = window.first();
            }
            long last = 0;
            while (last < 10) {
                Window window = asked(null, Long.toString(last), null, limit).within(10);
                assertEquals(last + 1, window.first());
                assertEquals(window.last() < 10, window.hasAfter());
                last = window.last();
            }
        }
    }

    @Test
    void around_a_number_the_page_is_full_and_holds_it() {
        for (int limit = 1; limit <= 12; limit++) {
            for (long seq = 1; seq <= 10; seq++) {
                Window window = asked(null, null, Long.toString(seq), limit).within(10);
                assertTrue(window.first() <= seq && seq <= window.last(), window + " around " + seq);
                assertEquals(Math.min(limit, 10), window.last() - window.first() + 1);
            }
        }
    }

    @Test
    void two_numbers_or_none_at_all_are_refused() {
        assertThrows(Refusal.class, () -> asked("1", "1", null, 50));
        assertThrows(Refusal.class, () -> asked("1", null, "1", 50));
        assertThrows(Refusal.class, () -> asked("x", null, null, 50));
        assertThrows(Refusal.class, () -> asked(null, "-1", null, 50));
        assertThrows(Refusal.class, () -> asked(null, null, "", 50));
    }

    private static Window.Asked asked(String before, String after, String around, int limit) {
        return Window.Asked.of(before, after, around, limit);
    }
}
