package org.parley.sessions;

import java.security.Principal;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.accounts.Caller;

/**
 * A caller on the way to a socket or a stream of events, and the place that it takes among those of its user and of its
 * address, from the handshake until it is over.
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

    /** There is a socket: from now on the place is held until that is closed. */
    public void opened() {
        state.compareAndSet(State.EXPECTED, State.OPEN);
    }

    /** No socket, or no longer one. May be said more than once. */
    public void over() {
        if (state.getAndSet(State.OVER) != State.OVER) {
            ended.run();
        }
    }

    /** The handshake was long ago: if there is no socket by now, none comes any more. */
    void expired() {
        if (state.compareAndSet(State.EXPECTED, State.OVER)) {
            ended.run();
        }
    }
}
