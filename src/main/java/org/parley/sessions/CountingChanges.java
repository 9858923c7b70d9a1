package org.parley.sessions;

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
import org.parley.accounts.Caller;
import org.parley.http.CountsAs;
import org.parley.http.Proxies;
import org.parley.system.FloodLimits;
import org.parley.system.FloodLimits.Kind;

/**
 * Counts every request that may change something, before its body is read: a caller over the limit is refused whatever
 * the request says. Without {@link CountsAs}, a request counts as a change of its caller. Resources that are open to
 * everybody have their own limits.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CountingChanges implements ContainerRequestFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Inject
    FloodLimits limits;

    @Inject
    Proxies proxies;

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest asked;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!CHANGING.contains(request.getMethod())) {
            return;
        }
        CountsAs own = resource.getResourceMethod().getAnnotation(CountsAs.class);
        if (own != null && own.value() == Kind.REGISTRATIONS) {
            limits.take(Kind.REGISTRATIONS, proxies.address(asked));
        } else if (own != null) {
            count(own.value(), request);
        } else if (!ClosedDoors.open(resource)) {
            count(Kind.CHANGES, request);
        }
    }

    private void count(Kind kind, ContainerRequestContext request) {
        limits.take(kind, Caller.of(request.getSecurityContext()).accountId());
    }
}
