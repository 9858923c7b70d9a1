package org.parley.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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
@Priority(Priorities.ENTITY_CODER)
public class SlowBodies implements ContainerRequestFilter {
    /**
     * Of the 128 threads that {@code payara-config/pre-boot.txt} allows. Some other threads wait for the check of a
     * password. Large bodies have as many places of their own.
     */
    private static final int MOST_WAITING = 24;

    /** A body that takes longer than this at a low pace counts as slow for its address. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The shorter limit if the address already has enough slow bodies: packets may arrive apart. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * The longest time for a whole body, because one that trickles would hold its thread forever. The largest usual
     * body fits at the lowest pace. A large body must keep that pace all the time.
     */
    private static final long LONGEST_NANOS =
            SlowBody.PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(1) * BodyLimit.BYTES / SlowBody.OCTETS_A_SECOND;

    /** A clock in nanoseconds that never goes back. */
    LongSupplier time = System::nanoTime;

    @Inject
    CountLimits limits;

    @Inject
    Proxies proxies;

    @Context
    HttpServletRequest asked;

    @Context
    ResourceInfo resource;

    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Semaphore placesOfLarge = new Semaphore(MOST_WAITING);
    private final Set<SlowBody> waiting = ConcurrentHashMap.newKeySet();

    @Override
    public void filter(ContainerRequestContext request) {
        if (BodyLimit.bodiless(request)) {
            return;
        }
        request.setEntityStream(new SlowBody(
                request.getEntityStream(),
                request.getLength(),
                proxies.address(asked),
                BodyLimit.large(resource),
                this));
    }

    /**
     * @throws Refusal {@code rate_limited} if this address holds too many places, else {@code unavailable} if none is
     *     free
     */
    void begin(SlowBody body) {
        if (!places(body).tryAcquire()) {
            refuseIfTooMany(body, other -> true);
            throw Refusal.unavailable();
        }
        waiting.add(body);
    }

    void end(SlowBody body) {
        waiting.remove(body);
        places(body).release();
    }

    private Semaphore places(SlowBody body) {
        return body.large() ? placesOfLarge : places;
    }

    /**
     * @throws Refusal if this body takes too long, or if it is late and its address had enough slow bodies before it
     */
    void refuseIfLate(SlowBody body) {
        long now = time.getAsLong();
        if (body.nanos(now) > (body.large() ? body.dueNanos() : LONGEST_NANOS)) {
            throw Refusal.unavailable();
        }
        if (body.late(now, MOMENT_NANOS)) {
            refuseIfTooMany(body, other -> other.before(body) && other.late(now, GRACE_NANOS));
        }
    }

    private void refuseIfTooMany(SlowBody body, Predicate<SlowBody> counting) {
        limits.judge(
                CountLimits.Kind.SLOW_BODIES_FROM_ADDRESS,
                waiting.stream()
                        .filter(other -> other.address().equals(body.address()))
                        .filter(counting)
                        .count());
    }
}
