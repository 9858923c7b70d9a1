package org.parley.accounts;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.parley.system.FloodLimits;

/** Before the body is read: who writes too much is told so whatever it is that they write. */
@Provider
@CountsAsMessage
@Priority(Priorities.AUTHORIZATION)
public class CountingMessages implements ContainerRequestFilter {
    @Inject
    FloodLimits limits;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller sender = (Caller) request.getSecurityContext().getUserPrincipal();
        limits.take(FloodLimits.Kind.MESSAGES_OF_USER, sender.accountId());
    }
}
