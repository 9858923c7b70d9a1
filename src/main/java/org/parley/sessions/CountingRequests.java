package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;
import org.parley.system.CountLimits.Kind;

/**
 * Limits how many requests of one user and of one address are answered at the same time. Each keeps a thread, also
 * while its client reads slowly or its transaction waits, and others need threads too.
 */
@ApplicationScoped
class CountingRequests {
    @Inject
    CountLimits limits;

    /** Sockets and event streams are counted elsewhere, pages are small, and a probe must always get its answer. */
    static boolean counts(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api") && !"/health".equals(request.getPathInfo());
    }

    /**
     * Counts a request that begins.
     *
     * @param caller {@code null} if nobody is signed in
     * @return call this when the request is over
     * @throws Refusal {@code rate_limited} if the user or the address already has the maximum
     */
    Runnable begin(Caller caller, String address) {
        limits.take(Kind.REQUESTS_FROM_ADDRESS, address);
        Runnable fromAddress = () -> limits.giveBack(Kind.REQUESTS_FROM_ADDRESS, address);
        if (caller == null) {
            return fromAddress;
        }
        try {
            limits.take(Kind.REQUESTS_OF_USER, caller.accountId());
        } catch (Refusal tooMany) {
            fromAddress.run();
            throw tooMany;
        }
        return () -> {
            limits.giveBack(Kind.REQUESTS_OF_USER, caller.accountId());
            fromAddress.run();
        };
    }
}
