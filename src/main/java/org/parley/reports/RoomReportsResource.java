package org.parley.reports;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** The reports of a room, for its owners and moderators. */
@Path("rooms/{room}/reports")
@Produces(MediaType.APPLICATION_JSON)
public class RoomReportsResource {
    @Inject
    ListingReports listing;

    @Inject
    SettlingReports settling;

    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @GET
    public ReportsJson list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), room, SettlementJson.filter(state), Paging.of(limit, cursor));
    }

    @PATCH
    @Path("{id}")
    public ReportJson settle(@PathParam("id") String id, SettlementJson settlement) {
        return settling.settle(
                Caller.of(security), room, id, Form.filled(settlement).judged());
    }
}
