package org.parley.presence;

import java.util.Locale;

/** Who is there, as far as this server knows; supplied by {@code live}, which holds the sockets. */
public interface Presence {
    /** What a person's sockets say together: away when every one of them is idle, offline when there is none. */
    enum State {
        ONLINE,
        AWAY,
        OFFLINE;

        /** As it stands on the wire, such as {@code online}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state that stands so on the wire. */
        public static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    State of(long accountId);
}
