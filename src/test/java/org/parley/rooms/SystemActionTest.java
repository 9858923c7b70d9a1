package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemActionTest {
    @Test
    void a_value_comes_back_as_it_was_told() {
        assertKept(SystemAction.TOPIC, "cake");
        assertKept(SystemAction.TOPIC, "");
        assertKept(SystemAction.NAME, "tea");
        assertKept(SystemAction.ROLE, "owner");
        assertKept(SystemAction.VISIBILITY, "private");
        assertKept(SystemAction.PASSWORD, true);
        assertKept(SystemAction.PASSWORD, false);
        assertKept(SystemAction.EMOJI, "🚀");
        assertKept(SystemAction.ARCHIVE, true);
        assertKept(SystemAction.SLOW_MODE, 30);
        assertKept(SystemAction.SLOW_MODE, 0);
        assertKept(SystemAction.BAN, "2026-11-21T09:30:00.123Z");
    }

    @Test
    void a_time_has_milliseconds_also_on_the_full_second() {
        assertEquals("2026-12-01T00:00:00.000Z", SystemAction.stored(Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void no_value_comes_back_as_none() {
        for (SystemAction action : List.of(
                SystemAction.KICK,
                SystemAction.UNBAN,
                SystemAction.UNMUTE,
                SystemAction.ADD,
                SystemAction.IMPORT,
                SystemAction.BAN,
                SystemAction.EMOJI,
                SystemAction.MUTE)) {
            assertNull(action.value(SystemAction.stored(null)), action::wire);
        }
    }

    @Test
    void its_name_on_the_wire_leads_back_to_it() {
        assertEquals("slow_mode", SystemAction.SLOW_MODE.wire());
        for (SystemAction action : SystemAction.values()) {
            assertEquals(action, SystemAction.ofWire(action.wire()));
        }
    }

    private static void assertKept(SystemAction action, Object value) {
        assertEquals(value, action.value(SystemAction.stored(value)));
    }
}
