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
import org.parley.accounts.Passwords;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;

/**
 * Requests that wait for more of their bodies each keep a thread, and the threads are for all: only some may wait, and of one
 * address only so many that come slowly. Bodies that came along with their heads do not wait.
 *
 * <p>A wait is judged whenever the container gives up reading, which it does four times a second where it is configured as in
 * {@code payara-config/pre-boot.txt}, and after half a minute elsewhere.
 */
@Provider
@PreMatching
@Priority(Priorities.ENTITY_CODER)
public class SlowBodies implements ContainerRequestFilter {
    /** Of the 128 threads that {@code payara-config/pre-boot.txt} allows; {@link Passwords} keep some waiting, too. */
    private static final int MOST_WAITING = 24;

    /** So long a body may take at any pace before it counts as slow for its address. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** So long it may take at any pace where its address has enough slow ones already: its pieces may come apart. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** A read that gives up faster has not waited: there is no selector, or the server stops. */
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** Give up on a body that has sent nothing for this long. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long OCTETS_A_SECOND = 16 * 1024;
    /** A body that trickles for ever would hold its thread for ever. The longest one comes within this at the lowest pace. */
    private static final long LONGEST_NANOS =
            PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(1) * BodyLimit.BYTES / OCTETS_A_SECOND;

    /** Nanoseconds that only go up. */
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

    /** @throws Refusal of the address that holds too many of the places, and of others if there is none */
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

    /** @throws Refusal if this one takes too long, or is late and enough of its address were slow before it */
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
        /** When it was waited for first: until then the server itself may have been slow. */
        private long began;

        private long cameLast;
        private boolean waited;
        private volatile long octets;

        /** @param length as announced, or -1 */
        Body(InputStream body, long length, String address) {
            super(body);
            this.length = length;
            this.address = address;
        }

        /** Whether it has begun longer ago than that, and has come with less than 16 KiB a second since. */
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
                        : Refusal.of(Code.INVALID_REQUEST, "The body broke off.");
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
