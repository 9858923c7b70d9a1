package org.parley.roomfile;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.parley.accounts.Caller;
import org.parley.files.Multipart;
import org.parley.http.CountsAs;
import org.parley.http.LargeBody;
import org.parley.rooms.RoomResource;
import org.parley.rooms.RoomViews;
import org.parley.system.CountLimits;
import org.parley.system.FloodLimits;

/**
 * Makes a room of a zip. A room may have the name {@code import}, and then this path is also the path of that room. The
 * template with a fixed value comes before the template of all rooms, so this class answers for both.
 */
@Path("rooms/{room: import}")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource extends RoomResource {
    @Inject
    ImportingRooms importing;

    @Inject
    RoomViews roomViews;

    @Inject
    CountLimits counts;

    @Context
    SecurityContext caller;

    @Context
    HttpServletRequest request;

    @POST
    @LargeBody
    @CountsAs(FloodLimits.Kind.ROOM_FILES)
    public Response make(InputStream body) {
        Multipart upload = importing.begun(request.getContentType(), request.getContentLengthLong(), body);
        Caller owner = Caller.of(caller);
        counts.take(CountLimits.Kind.ROOM_FILES_OF_USER, owner.accountId());
        try {
            return Response.status(Response.Status.CREATED)
                    .entity(roomViews.of(importing.made(owner, upload)))
                    .build();
        } finally {
            counts.giveBack(CountLimits.Kind.ROOM_FILES_OF_USER, owner.accountId());
        }
    }
}
