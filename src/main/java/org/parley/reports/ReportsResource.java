package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.parley.http.CountsAs;
import org.parley.rooms.InLogResource;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;

/** The reports of one message, in a room or in a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ReportsResource extends InLogResource {
    @Inject
    ReportingMessages reporting;

    /** Answers 201 also if the caller reported the message before. */
    @POST
    @CountsAs(FloodLimits.Kind.REPORTS)
    public Response report(NewReportJson report) {
        ReportJson filed = reporting.report(caller(), key(), path("seq"), Form.filled(report));
        return Response.status(Response.Status.CREATED).entity(filed).build();
    }

    @Path("rooms/{room}/messages/{seq}/reports")
    @ApplicationScoped
    public static class OfRoomResource extends ReportsResource {}

    @Path("direct/{username}/messages/{seq}/reports")
    @ApplicationScoped
    public static class OfConversationResource extends ReportsResource {}
}
