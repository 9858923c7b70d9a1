package org.parley.rooms;

import java.util.Locale;

/** A member's role. A member can act only on members with a lower role. */
public enum Role {
    MEMBER,
    MODERATOR,
    OWNER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean above(Role other) {
        return compareTo(other) > 0;
    }
}
