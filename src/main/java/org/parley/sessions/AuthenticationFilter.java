package org.parley.sessions;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.http.Origins;
import org.parley.http.Proxies;
import org.parley.problems.Code;
import org.parley.problems.Failures;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;

/**
 * Says who asks, for REST and handshakes alike; the stream of events begins as a socket does. REST goes on without a caller,
 * because some of it is open to all and {@link ClosedDoors} keeps the rest; a handshake without one ends here, before there
 * is a socket.
 */
public class AuthenticationFilter extends HttpFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    Callers callers;

    @Inject
    AdmittingSockets admitting;

    @Inject
    CountingRequests counting;

    @Inject
    Proxies proxies;

    @Inject
    Origins origins;

    @Inject
    Problems problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (handshake(request)) {
            if (rest(request)) {
                // It would count as a socket does, and not as a request.
                problems.send(Refusal.of(Code.INVALID_REQUEST, "No socket opens here."), request, response);
            } else {
                shakeHands(request, response, chain);
            }
            return;
        }
        HttpServletRequest known;
        Runnable over;
        try {
            refuseForm(request);
            Caller caller = byHeader(request).orElse(null);
            known = caller == null ? request : new AuthenticatedRequest(request, caller);
            over = CountingRequests.counts(request) ? counting.begin(caller, proxies.address(request)) : () -> {};
        } catch (RuntimeException failed) {
            problems.send(Failures.refusal(failed), request, response);
            return;
        }
        try {
            chain.doFilter(known, response);
        } finally {
            over.run();
        }
    }

    /** Jersey looks into forms before anybody else does, and waits for them; nothing here takes one. */
    private static void refuseForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.contains("form-urlencoded")) {
            throw Refusal.of(Code.UNSUPPORTED_TYPE, "A body is JSON.");
        }
    }

    /**
     * By its headers too and not by its path alone: Tyrus also takes /live;x/rooms for /live/rooms. Which it looks at first
     * is the key's. Clients that would rather speak HTTP/2 say Upgrade, too, and want nothing of this.
     */
    private static boolean handshake(HttpServletRequest request) {
        return request.getHeader("Sec-WebSocket-Key") != null
                || Collections.list(request.getHeaders("Upgrade")).stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"))
                || request.getServletPath().startsWith("/live/")
                || request.getServletPath().equals("/api/live");
    }

    private static boolean rest(HttpServletRequest request) {
        return request.getServletPath().equals("/api");
    }

    private void shakeHands(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Arrival arrival = null;
        try {
            arrival = admitting.admit(caller(request), proxies.address(request));
            origins.judge(request);
        } catch (RuntimeException failed) {
            if (arrival != null) {
                arrival.over();
            }
            problems.send(Failures.refusal(failed), request, response);
            return;
        }
        try {
            chain.doFilter(new AuthenticatedRequest(request, arrival), response);
        } finally {
            if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS && !request.isAsyncStarted()) {
                arrival.over();
            }
        }
    }

    private Caller caller(HttpServletRequest request) {
        return byHeader(request)
                .or(() -> byTicket(request))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "A socket needs an access token or a ticket."));
    }

    private Optional<Caller> byHeader(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        callers.byToken(header.substring(SCHEME.length()).trim(), proxies.address(request)));
    }

    /** Handshakes are GETs; of other requests the container would read a form to find a parameter, and wait for it. */
    private Optional<Caller> byTicket(HttpServletRequest request) {
        return Optional.of(request)
                .filter(asked -> asked.getMethod().equals("GET"))
                .map(asked -> asked.getParameter("ticket"))
                .flatMap(ticket -> callers.byTicket(ticket, proxies.address(request)));
    }
}
