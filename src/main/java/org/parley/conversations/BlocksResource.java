package org.parley.conversations;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.system.Paging;

/** The people whom the caller has blocked. */
@Path("blocks")
@Produces(MediaType.APPLICATION_JSON)
public class BlocksResource {
    @Inject
    Blocking blocking;

    @Context
    SecurityContext security;

    @GET
    public BlockedJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return blocking.page(Caller.of(security), Paging.of(limit, cursor));
    }

    @PUT
    @Path("{username}")
    public void block(@PathParam("username") String username) {
        blocking.block(Caller.of(security), username);
    }

    @DELETE
    @Path("{username}")
    public void unblock(@PathParam("username") String username) {
        blocking.unblock(Caller.of(security), username);
    }

    /** @param next the cursor of the next page; {@code null} at the end */
    record BlockedJson(List<UserJson> users, String next) {}
}
