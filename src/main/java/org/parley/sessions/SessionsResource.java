package org.parley.sessions;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.Paging;

/** The caller's own sessions: list and end them. */
@Path("auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    ListingSessions listing;

    @Inject
    EndingSessions ending;

    @Context
    SecurityContext security;

    @GET
    public ListingSessions.SessionsJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Caller caller = Caller.of(security);
        return listing.page(caller, caller.accountId(), Paging.of(limit, cursor));
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        ending.revoke(Caller.of(security).accountId(), ListingSessions.id(id));
    }
}
