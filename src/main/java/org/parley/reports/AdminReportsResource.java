package org.parley.reports;

import jakarta.annotation.security.RolesAllowed;
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

/** All reports of the server, private messages included, for its administrators. */
@Path("admin/reports")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminReportsResource {
    @Inject
    ListingReports listing;

    @Inject
    SettlingReports settling;

    @Context
    SecurityContext security;

    @GET
    public ReportsJson list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.everywhere(SettlementJson.filter(state), Paging.of(limit, cursor));
    }

    @PATCH
    @Path("{id}")
    public ReportJson settle(@PathParam("id") String id, SettlementJson settlement) {
        return settling.settleAnywhere(
                Caller.of(security), id, Form.filled(settlement).judged());
    }
}
