package org.parley.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;
import org.parley.system.BodyLimit;
import org.parley.system.CountLimits;
import org.parley.system.Threads;

/**
 * Requests whose body did not come along with their head wait for it without a thread: the threads are for all, and a few
 * hundred bodies that never end would keep every one of them. REST is asked when the body is complete.
 */
public class AwaitingBodies extends HttpFilter {
    private static final System.Logger LOG = System.getLogger(AwaitingBodies.class.getName());
    private static final long LOOK_MILLIS = 200;
    private static final String PLACE = AwaitingBodies.class.getName();

    /** As many as the server has threads for requests (payara-config/pre-boot.txt); here it would make any number. */
    private static final int MOST_AT_ONCE = 64;

    @Inject
    CountLimits limits;

    @Inject
    Proxies proxies;

    @Inject
    Problems problems;

    @Inject
    Threads threads;

    /** By when they began: of too many slow ones the last is refused. */
    private final Map<Long, LateBody> awaited = new ConcurrentSkipListMap<>();

    private final AtomicLong begun = new AtomicLong();
    private final Turnstile turnstile = new Turnstile(MOST_AT_ONCE);
    private ScheduledExecutorService timer;

    @PostConstruct
    void start() {
        timer = threads.timer("parley-bodies");
        timer.scheduleWithFixedDelay(
                () -> awaited.values().forEach(AwaitingBodies::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whatever is the matter with one, the others are looked at, too: a timer whose task throws is none any more. */
    private static void look(LateBody body) {
        try {
            body.look();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "A late body cannot be judged", failure);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            try {
                chain.doFilter(request, response);
            } finally {
                ((Place) request.getAttribute(PLACE)).left();
            }
        } else if (late(request)) {
            await(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Whether there is a body that is worth waiting for and not there yet. What is too large, or comes from somebody who may
     * not ask, is refused without its body; but into forms Jersey looks before anybody else does.
     */
    private static boolean late(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        return length <= BodyLimit.BYTES
                && (length > 0 || chunked)
                && !(request.getUserPrincipal() instanceof Arrival)
                && (request.getUserPrincipal() != null || openToAll(request) || form(request))
                && (chunked || request.getInputStream().available() < length);
    }

    private static boolean form(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).contains("form-urlencoded");
    }

    private static boolean openToAll(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        return path.startsWith("/auth/") || path.equals("/setup");
    }

    private void await(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = new Place(proxies.address(request));
        LateBody body = new LateBody(request, response, place);
        request.setAttribute(PLACE, place);
        awaited.put(place.number, body);
        try {
            body.await();
        } catch (RuntimeException failed) {
            awaited.remove(place.number);
            throw failed;
        }
    }

    /** What becomes of a body that is awaited, and what counts of it for the address that it comes from. */
    private final class Place implements LateBody.Outcome {
        private final long number = begun.incrementAndGet();
        private final String address;
        private final AtomicBoolean inside = new AtomicBoolean();

        Place(String address) {
            this.address = address;
        }

        @Override
        public void slow() {
            limits.take(CountLimits.Kind.SLOW_BODIES_FROM_ADDRESS, address);
        }

        @Override
        public void slowNoMore() {
            limits.giveBack(CountLimits.Kind.SLOW_BODIES_FROM_ADDRESS, address);
        }

        @Override
        public void complete(Runnable dispatch) {
            awaited.remove(number);
            turnstile.enter(() -> enter(dispatch));
        }

        private void enter(Runnable dispatch) {
            inside.set(true);
            try {
                dispatch.run();
            } catch (RuntimeException gone) {
                inside.set(false);
                throw gone;
            }
        }

        /** Once, although the container may end a request whose dispatch never came here. */
        @Override
        public void left() {
            if (inside.compareAndSet(true, false)) {
                turnstile.leave();
            }
        }

        @Override
        public void lost() {
            awaited.remove(number);
        }

        @Override
        public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            awaited.remove(number);
            // Whatever still comes of the body is no request.
            response.setHeader("Connection", "close");
            problems.send(refusal, request, response);
        }
    }
}
