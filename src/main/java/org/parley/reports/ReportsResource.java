package org.parley.reports;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.http.CountsAs;
import org.parley.rooms.RoomKey;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;

/** The reports of one message, in a room or in a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ReportsResource {
    @Inject
    ReportingMessages reporting;

    @Context
    SecurityContext security;

    @PathParam("seq")
    String seq;

    /** The log of the message, as the path names it. */
    abstract RoomKey room();

    /** Answers 201 also if the caller reported the message before. */
    @POST
    @CountsAs(FloodLimits.Kind.REPORTS)
    public Response report(NewReportJson report) {
        ReportJson filed = reporting.report(Caller.of(security), room(), seq, Form.filled(report));
        return Response.status(Response.Status.CREATED).entity(filed).build();
    }
}
