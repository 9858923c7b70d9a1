package org.parley.presence;

import java.util.Locale;

/** Tells who is online, as far as this server knows. Implemented by {@code live}, which holds the sockets. */
public interface Presence {
    /** The state of a person over all their sockets: away if every socket is idle, offline if there is none. */
    enum State {
        ONLINE,
        AWAY,
        OFFLINE;

        /** The state as written on the wire, such as {@code online}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State of(long accountId);
}
