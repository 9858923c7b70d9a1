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
 * Finds the caller of each REST request and handshake; an event stream counts as a handshake. A REST request without a
 * caller goes on: some resources are open to everybody, and {@link ClosedDoors} protects the others. A handshake
 * without a caller is refused here.
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
                // Otherwise the request would be counted as a socket and not as a request.
                problems.send(
                        Refusal.of(Code.INVALID_REQUEST, "This address does not accept sockets."), request, response);
            } else {
                shakeHands(request, response, chain);
            }
            return;
        }
        HttpServletRequest known;
        Runnable over;
        try {
            refuseForm(request);
            String address = proxies.address(request);
            Caller caller = byHeader(request, address)
                    .or(() -> callers.byMediaCookie(request, address))
                    .orElse(null);
            known = caller == null ? request : new AuthenticatedRequest(request, caller);
            over = CountingRequests.counts(request) ? counting.begin(caller, address) : () -> {};
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

    /** Refuses forms, which no resource accepts: Jersey would read them before anybody else and wait for them. */
    private static void refuseForm(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.contains("form-urlencoded")) {
            throw Refusal.of(Code.UNSUPPORTED_TYPE, "The body must be JSON.");
        }
    }

    /**
     * Recognises a handshake by its headers as well as its path, because Tyrus also takes /live;x/rooms for
     * /live/rooms. Tyrus looks at {@code Sec-WebSocket-Key} first. {@code Upgrade} counts only if it names websocket:
     * clients that prefer HTTP/2 send it, too.
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
            String address = proxies.address(request);
            arrival = admitting.admit(caller(request, address), address);
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

    private Caller caller(HttpServletRequest request, String address) {
        return byHeader(request, address)
                .or(() -> byTicket(request, address))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "A socket needs an access token or a ticket."));
    }

    private Optional<Caller> byHeader(HttpServletRequest request, String address) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        callers.byToken(header.substring(SCHEME.length()).trim(), address));
    }

    /** Only for GET: for other methods the container would read a form to find the parameter, and wait for it. */
    private Optional<Caller> byTicket(HttpServletRequest request, String address) {
        return Optional.of(request)
                .filter(asked -> asked.getMethod().equals("GET"))
                .map(asked -> asked.getParameter("ticket"))
                .flatMap(ticket -> callers.byTicket(ticket, address));
    }
}
