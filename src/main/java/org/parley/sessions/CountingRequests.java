package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;
import org.parley.system.CountLimits.Kind;

/**
 * Each request that is being answered keeps a thread, also while its client reads slowly or its transaction waits. A user and
 * an address have only so many of them at a time, so that threads are left for everybody else.
 */
@ApplicationScoped
class CountingRequests {
    @Inject
    CountLimits limits;

    /** Sockets and streams of events are counted as such, pages are small, and a probe must always get its answer. */
    static boolean counts(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api") && !"/health".equals(request.getPathInfo());
    }

    /**
     * @param caller {@code null} for somebody who is not signed in
     * @return to be run when the request is over
     * @throws Refusal {@code rate_limited} if there are as many as there may be
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
