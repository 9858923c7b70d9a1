package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SystemValuesTest {
    @Test
    void a_value_comes_back_as_it_was_told() {
        assertKept("topic", "cake");
        assertKept("topic", "");
        assertKept("name", "tea");
        assertKept("role", "owner");
        assertKept("visibility", "private");
        assertKept("password", true);
        assertKept("password", false);
        assertKept("archive", true);
        assertKept("slow_mode", 30);
        assertKept("slow_mode", 0);
        assertKept("ban", "2026-11-21T09:30:00.123Z");
    }

    @Test
    void a_time_has_milliseconds_also_on_the_full_second() {
        assertEquals("2026-12-01T00:00:00.000Z", SystemValues.stored(Instant.parse("2026-12-01T00:00:00Z")));
    }

    private static void assertKept(String action, Object value) {
        assertEquals(value, SystemValues.wire(action, SystemValues.stored(value)));
    }

    @Test
    void no_value_comes_back_as_none() {
        for (String action : new String[] {"kick", "unban", "unmute", "add", "import", "ban", "mute"}) {
            assertNull(SystemValues.wire(action, SystemValues.stored(null)), action);
        }
    }
}
