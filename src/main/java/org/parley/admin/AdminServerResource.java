package org.parley.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.rooms.RoomsJson;
import org.parley.rooms.SurveyingRooms;
import org.parley.system.Paging;

/** What administrators see of the server: all rooms, the figures, and the audit log of administrators. */
@Path("admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class AdminServerResource {
    @Inject
    SurveyingRooms rooms;

    @Inject
    ServerFigures figures;

    @Inject
    AdminAudit audit;

    @Context
    SecurityContext security;

    @GET
    @Path("rooms")
    public RoomsJson rooms(
            @QueryParam("query") String query, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return rooms.page(Caller.of(security), query, Paging.of(limit, cursor));
    }

    @GET
    @Path("figures")
    public ServerFigures.FiguresJson figures() {
        return figures.now();
    }

    @GET
    @Path("audit")
    public AdminAudit.EntriesJson audit(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return audit.page(Paging.of(limit, cursor));
    }
}
