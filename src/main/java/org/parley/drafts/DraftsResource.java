package org.parley.drafts;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.Paging;

/** All drafts of the caller, each with the room or conversation that it is for. */
@Path("drafts")
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {
    @Inject
    ListingDrafts listing;

    @Context
    SecurityContext security;

    @GET
    public ListingDrafts.DraftsJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), Paging.of(limit, cursor));
    }
}
