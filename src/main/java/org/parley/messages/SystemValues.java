package org.parley.messages;

import java.time.Instant;
import java.util.Set;
import org.parley.system.WireTimes;

/** The value of a system message between its column, which is text, and the wire, where it has a type. */
public final class SystemValues {
    private static final Set<String> BOOLEANS = Set.of("archive", "password");
    private static final Set<String> WITHOUT = Set.of("kick", "unban", "unmute", "add", "import");

    private SystemValues() {}

    public static String stored(Object value) {
        if (value instanceof Instant time) {
            return WireTimes.text(time);
        }
        return value == null ? "" : value.toString();
    }

    static Object wire(String action, String stored) {
        if (BOOLEANS.contains(action)) {
            return Boolean.valueOf(stored);
        }
        if (action.equals("slow_mode")) {
            return Integer.valueOf(stored);
        }
        // A topic may be emptied; everywhere else empty means that there is no value.
        boolean none = WITHOUT.contains(action) || (stored.isEmpty() && !action.equals("topic"));
        return none ? null : stored;
    }
}
