package org.parley.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;

/**
 * Limits requests whose bodies arrive slowly. Each request that waits for its body occupies one thread of a shared
 * pool, so only some may wait, and only a few slow ones from one address. A body that arrives with its head does not
 * wait.
 *
 * <p>A wait is checked whenever the container stops a read. With the settings of {@code payara-config/pre-boot.txt}
 * that happens four times a second, otherwise after half a minute.
 */
@Provider
@PreMatching
@Priority(Priorities.ENTITY_CODER)
public class SlowBodies implements ContainerRequestFilter {
    /**
     * Of the 128 threads that {@code payara-config/pre-boot.txt} allows. Some other threads wait for the check of a
     * password.
     */
    private static final int MOST_WAITING = 24;

    /** A body that takes longer than this at a low pace counts as slow for its address. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The shorter limit if the address already has enough slow bodies: packets may arrive apart. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** A read that gives up sooner did not wait: there is no selector, or the server is stopping. */
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** Give up on a body that has sent nothing for this long. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long OCTETS_A_SECOND = 16 * 1024;
    /**
     * The longest time for a whole body, because one that trickles would hold its thread forever. The largest body fits
     * at the lowest pace.
     */
    private static final long LONGEST_NANOS =
            PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(1) * BodyLimit.BYTES / OCTETS_A_SECOND;

    /** A clock in nanoseconds that never goes back. */
    LongSupplier time = System::nanoTime;

    @Inject
    CountLimits limits;

    @Inject
    Proxies proxies;

    @Context
    HttpServletRequest asked;

    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Set<Body> waiting = ConcurrentHashMap.newKeySet();

    @Override
    public void filter(ContainerRequestContext request) {
        request.setEntityStream(new Body(request.getEntityStream(), request.getLength(), proxies.address(asked)));
    }

    /**
     * @throws Refusal {@code rate_limited} if this address holds too many places, else {@code unavailable} if none is
     *     free
     */
    private void begin(Body body) {
        if (!places.tryAcquire()) {
            refuseIfTooMany(body, other -> true);
            throw Refusal.unavailable();
        }
        waiting.add(body);
    }

    private void end(Body body) {
        waiting.remove(body);
        places.release();
    }

    /**
     * @throws Refusal if this body takes too long, or if it is late and its address had enough slow bodies before it
     */
    private void refuseIfLate(Body body) {
        long now = time.getAsLong();
        if (now - body.began > LONGEST_NANOS) {
            throw Refusal.unavailable();
        }
        if (body.late(now, MOMENT_NANOS)) {
            refuseIfTooMany(body, other -> other.began - body.began < 0 && other.late(now, GRACE_NANOS));
        }
    }

    private void refuseIfTooMany(Body body, Predicate<Body> counting) {
        limits.judge(
                CountLimits.Kind.SLOW_BODIES_FROM_ADDRESS,
                waiting.stream()
                        .filter(other -> other.address.equals(body.address))
                        .filter(counting)
                        .count());
    }

    private final class Body extends FilterInputStream {
        private final long length;
        private final String address;
        /** When the first wait began. Before that, the delay may be the server's own. */
        private long began;

        private long cameLast;
        private boolean waited;
        private volatile long octets;

        /** @param length the announced length in bytes, or -1 */
        Body(InputStream body, long length, String address) {
            super(body);
            this.length = length;
            this.address = address;
        }

        /**
         * Whether the body began more than {@code grace} nanoseconds ago and has since come at less than 16 KiB a
         * second.
         */
        boolean late(long now, long grace) {
            long nanos = now - began;
            return nanos > grace && octets < OCTETS_A_SECOND * nanos / TimeUnit.SECONDS.toNanos(1);
        }

        @Override
        public int read() {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) {
            try {
                return octets == length || available() > 0
                        ? count(super.read(buffer, offset, most))
                        : waitFor(buffer, offset, most);
            } catch (IOException brokenOff) {
                throw nothingCame(brokenOff)
                        ? Refusal.unavailable()
                        : Refusal.of(Code.INVALID_REQUEST, "The request body ended too early.");
            }
        }

        private int waitFor(byte[] buffer, int offset, int most) throws IOException {
            if (!waited) {
                waited = true;
                began = time.getAsLong();
                cameLast = began;
            }
            begin(this);
            try {
                return await(buffer, offset, most);
            } finally {
                end(this);
            }
        }

        private int await(byte[] buffer, int offset, int most) throws IOException {
            while (true) {
                refuseIfLate(this);
                long asked = time.getAsLong();
                try {
                    return count(super.read(buffer, offset, most));
                } catch (IOException failure) {
                    long now = time.getAsLong();
                    boolean over = now - cameLast > PATIENCE_NANOS || now - asked < SHORTEST_WAIT_NANOS;
                    if (over || !nothingCame(failure)) {
                        throw failure;
                    }
                }
            }
        }

        private static boolean nothingCame(IOException failure) {
            return failure.getCause() instanceof TimeoutException;
        }

        private int count(int read) {
            octets = octets + Math.max(read, 0);
            cameLast = time.getAsLong();
            return read;
        }
    }
}
