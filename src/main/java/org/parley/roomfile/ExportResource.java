package org.parley.roomfile;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.parley.accounts.Caller;
import org.parley.http.Disposition;
import org.parley.system.CountLimits;
import org.parley.system.FloodLimits;

/** A room as a zip, which is made while it is sent. */
@Path("rooms/{room}/export")
public class ExportResource {
    @Inject
    ExportingRooms exporting;

    @Inject
    FloodLimits limits;

    @Inject
    CountLimits counts;

    @Context
    SecurityContext security;

    @Context
    Request request;

    @PathParam("room")
    String room;

    @GET
    public Response export() {
        Caller caller = Caller.of(security);
        limits.take(FloodLimits.Kind.ROOM_FILES, caller.accountId());
        ExportingRooms.Export export = exporting.begun(caller, room);
        // Nothing is sent in answer to HEAD, so nobody would give it back.
        if (request.getMethod().equals(HttpMethod.GET)) {
            counts.take(CountLimits.Kind.ROOM_FILES_OF_USER, caller.accountId());
        }
        StreamingOutput zip = out -> {
            try {
                exporting.write(export, out);
            } finally {
                counts.giveBack(CountLimits.Kind.ROOM_FILES_OF_USER, caller.accountId());
            }
        };
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.of(false, export.filename()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
