package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void a_number_has_1_to_18_digits() {
        assertEquals(OptionalLong.of(0), Numbers.of("0"));
        assertEquals(OptionalLong.of(7), Numbers.of("007"));
        assertEquals(OptionalLong.of(999_999_999_999_999_999L), Numbers.of("999999999999999999"));
    }

    @Test
    void other_text_is_no_number() {
        for (String bad : new String[] {"", "-1", "+1", " 1", "1.0", "x", "٣", "1000000000000000000"}) {
            assertEquals(OptionalLong.empty(), Numbers.of(bad), bad);
        }
    }
}
