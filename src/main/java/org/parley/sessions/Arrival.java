package org.parley.sessions;

import java.security.Principal;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.accounts.Caller;

/**
 * A caller with a place for one socket or event stream. The place counts for the user and for the address, from the
 * handshake until the connection is over.
 */
public final class Arrival implements Principal {
    private enum State {
        EXPECTED,
        OPEN,
        OVER
    }

    private final Caller caller;
    private final Runnable ended;
    private final AtomicReference<State> state = new AtomicReference<>(State.EXPECTED);

    /** @param ended gives the place back; runs once */
    Arrival(Caller caller, Runnable ended) {
        this.caller = caller;
        this.ended = ended;
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.getName();
    }

    /** The socket has opened: from now on the place is held until the socket closes. */
    public void opened() {
        state.compareAndSet(State.EXPECTED, State.OPEN);
    }

    /** There is no socket, or it has closed. May be called more than once. */
    public void over() {
        if (state.getAndSet(State.OVER) != State.OVER) {
            ended.run();
        }
    }

    /** The handshake was long ago. If the socket has not opened yet, it never will. */
    void expired() {
        if (state.compareAndSet(State.EXPECTED, State.OVER)) {
            ended.run();
        }
    }
}
