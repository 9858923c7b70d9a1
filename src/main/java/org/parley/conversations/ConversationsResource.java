package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
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

/** The caller's private conversations and rooms without a name, the newest first. */
@Path("direct")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    @Inject
    ListingConversations listing;

    @Context
    SecurityContext security;

    @GET
    public ConversationsJson list(
            @QueryParam("kind") String kind, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), kind, Paging.of(limit, cursor));
    }
}
