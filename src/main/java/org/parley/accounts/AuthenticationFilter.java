package org.parley.accounts;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
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
    Origins origins;

    @Inject
    Problems problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller;
        try {
            caller = handshake(request) ? Optional.of(admitted(request)) : byHeader(request);
        } catch (RuntimeException failed) {
            problems.send(Failures.refusal(failed), request, response);
            return;
        }
        chain.doFilter(caller.isEmpty() ? request : new AuthenticatedRequest(request, caller.get()), response);
    }

    /** By its header too and not by its path alone: Tyrus also takes /live;x/rooms for /live/rooms. */
    private static boolean handshake(HttpServletRequest request) {
        return request.getHeader("Upgrade") != null
                || request.getServletPath().startsWith("/live/")
                || request.getServletPath().equals("/api/live");
    }

    private Caller admitted(HttpServletRequest request) {
        Caller caller = byHeader(request)
                .or(() -> byTicket(request))
                .orElseThrow(() -> Refusal.of(Code.UNAUTHENTICATED, "A socket needs an access token or a ticket."));
        origins.judge(request);
        return caller;
    }

    private Optional<Caller> byHeader(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        callers.byToken(header.substring(SCHEME.length()).trim()));
    }

    private Optional<Caller> byTicket(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("ticket")).flatMap(callers::byTicket);
    }
}
