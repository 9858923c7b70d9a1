package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

class AskedTest {
    @Test
    void one_number_or_none_is_taken() {
        assertEquals(new Asked(null, null, null, null, 3), Asked.of(null, null, null, null, 3));
        assertEquals(new Asked(0L, null, null, null, 3), Asked.of("0", null, null, null, 3));
        assertEquals(new Asked(null, 7L, null, null, 50), Asked.of(null, "7", null, null, 50));
        assertEquals(new Asked(null, null, 9L, null, 50), Asked.of(null, null, "9", null, 50));
    }

    @Test
    void a_time_is_rounded_up_to_a_millisecond() {
        assertEquals(5, at("1970-01-01T00:00:00.005Z"));
        assertEquals(6, at("1970-01-01T00:00:00.005000001Z"));
        assertEquals(0, at("1970-01-01T02:00:00+02:00"));
        assertEquals(0, at("-999999999-01-01T00:00:00Z"));
        assertEquals(Instant.parse("9999-12-31T23:59:59Z").toEpochMilli(), at("+999999999-12-31T23:59:59Z"));
        assertThrows(Refusal.class, () -> at("today"));
    }

    private static long at(String typed) {
        return Asked.of(null, null, null, typed, 1).at();
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
        assertThrows(Refusal.class, () -> Asked.of(before, after, around, null, 50));
    }
}
