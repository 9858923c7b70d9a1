package org.parley.rooms;

import jakarta.inject.Inject;
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

/** The audit log of a room. */
@Path("rooms/{room}/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    Audit audit;

    @Context
    SecurityContext security;

    @GET
    public Audit.EntriesJson list(
            @PathParam("room") String room, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return audit.page(Caller.of(security), room, Paging.of(limit, cursor));
    }
}
