package org.parley.accounts;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;

/**
 * Requests that wait for more of their bodies each keep a thread, and the threads are for all: only some may wait, and of one
 * address only so many that come slowly. Bodies that came along with their heads do not wait.
 */
@Provider
@PreMatching
public class SlowBodies implements ContainerRequestFilter {
    /** Half of the threads that {@code payara-config/pre-boot.txt} allows. */
    private static final int MOST_WAITING = 32;

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long OCTETS_A_SECOND = 16 * 1024;

    @Inject
    CountLimits limits;

    @Inject
    Proxies proxies;

    @Context
    HttpServletRequest asked;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Set<Body> bodies = ConcurrentHashMap.newKeySet();

    @Override
    public void filter(ContainerRequestContext request) {
        request.setEntityStream(new Body(request.getEntityStream(), request.getLength(), proxies.address(asked)));
    }

    private void begin(Body body) {
        long now = System.nanoTime();
        limits.judge(
                CountLimits.Kind.SLOW_BODIES_FROM_ADDRESS,
                bodies.stream().filter(other -> other.slow(body.address, now)).count());
        if (!waiting.tryAcquire()) {
            throw Refusal.unavailable();
        }
        bodies.add(body);
    }

    private void end(Body body) {
        bodies.remove(body);
        waiting.release();
    }

    private final class Body extends FilterInputStream {
        private final long length;
        private final String address;
        private final long began = System.nanoTime();
        private volatile long octets;

        /** @param length as announced, or -1 */
        Body(InputStream body, long length, String address) {
            super(body);
            this.length = length;
            this.address = address;
        }

        /** Whether it comes from there, has begun more than a second ago, and has come with less than 16 KiB a second since. */
        boolean slow(String from, long now) {
            long nanos = now - began;
            return address.equals(from)
                    && nanos > GRACE_NANOS
                    && octets < OCTETS_A_SECOND * nanos / TimeUnit.SECONDS.toNanos(1);
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            if (octets == length || available() > 0) {
                return count(super.read(buffer, offset, most));
            }
            begin(this);
            try {
                return count(super.read(buffer, offset, most));
            } finally {
                end(this);
            }
        }

        private int count(int read) {
            octets = octets + Math.max(read, 0);
            return read;
        }
    }
}
