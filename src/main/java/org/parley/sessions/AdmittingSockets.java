package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;
import org.parley.system.CountLimits.Kind;

/**
 * Lets people in to sockets and streams of events, so many of one user and so many from one address.
 *
 * <p>Between the answer to the handshake and the socket's opening stands the container, which tells nobody if the client was
 * gone by then. So whoever is let in without opening anything loses the place after a while.
 */
@ApplicationScoped
class AdmittingSockets {
    /** The opening follows the handshake on the same thread, within milliseconds. */
    private static final long EXPECTED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Expected(Arrival arrival, long since) {}

    @Inject
    CountLimits limits;

    /** By time: all of them are expected for as long. */
    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();

    /** @throws Refusal {@code rate_limited} if there are as many as there may be */
    Arrival admit(Caller caller, String address) {
        forgetTheLost();
        long user = caller.accountId();
        limits.take(Kind.SOCKETS_OF_USER, user);
        try {
            limits.take(Kind.SOCKETS_FROM_ADDRESS, address);
        } catch (Refusal tooMany) {
            limits.giveBack(Kind.SOCKETS_OF_USER, user);
            throw tooMany;
        }
        Arrival arrival = new Arrival(caller, () -> {
            limits.giveBack(Kind.SOCKETS_FROM_ADDRESS, address);
            limits.giveBack(Kind.SOCKETS_OF_USER, user);
        });
        expected.add(new Expected(arrival, System.nanoTime()));
        return arrival;
    }

    private void forgetTheLost() {
        long now = System.nanoTime();
        Expected oldest = expected.peek();
        while (oldest != null && now - oldest.since() > EXPECTED_NANOS) {
            if (expected.remove(oldest)) {
                oldest.arrival().expired();
            }
            oldest = expected.peek();
        }
    }
}
