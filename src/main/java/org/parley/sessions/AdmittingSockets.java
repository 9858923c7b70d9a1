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
 * Counts sockets and event streams at the handshake, per user and per address.
 *
 * <p>If the client disappears between the answer to the handshake and the opening of the socket, the container tells
 * nobody. So a place that was never used is given back after a while.
 */
@ApplicationScoped
class AdmittingSockets {
    /** How long to wait for the opening. Usually it follows on the same thread within milliseconds. */
    private static final long EXPECTED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Expected(Arrival arrival, long since) {}

    @Inject
    CountLimits limits;

    /** In order of time, because all expire after the same period. */
    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();

    /** @throws Refusal {@code rate_limited} if the user or the address already has the maximum */
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
