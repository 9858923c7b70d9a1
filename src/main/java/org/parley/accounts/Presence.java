package org.parley.accounts;

/** Who is there, as far as this server knows; supplied by {@code live}, which holds the sockets. */
public interface Presence {
    /** What a person's sockets say together: away when every one of them is idle, offline when there is none. */
    enum State {
        ONLINE,
        AWAY,
        OFFLINE
    }

    State of(long accountId);
}
