package org.parley.activity;

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

/** What other people did that concerns the caller: mentions, replies, and reactions to the caller's messages. */
@Path("activity")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {
    @Inject
    ListingActivity listing;

    @Context
    SecurityContext security;

    @GET
    public ActivityJson list(
            @QueryParam("kind") String kind, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), Source.of(kind), Paging.of(limit, cursor));
    }
}
