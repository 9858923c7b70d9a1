package org.parley.invites;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;

/** One link, for the person who got it. */
@Path("invites/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class InviteResource {
    @Inject
    AcceptingInvites accepting;

    @Inject
    RoomViews rooms;

    @Context
    SecurityContext security;

    /** The room that the link leads to, and its maker. Needs no account. */
    @GET
    @PermitAll
    public InvitationJson look(@PathParam("code") String code) {
        return accepting.look(code);
    }

    /** @return the room as a member sees it; 201 if the caller was not a member before */
    @POST
    public Response accept(@PathParam("code") String code) {
        JoiningRooms.Joined joined = accepting.accept(Caller.of(security), code);
        RoomJson room = rooms.of(joined.visit());
        return Response.status(joined.newly() ? Response.Status.CREATED : Response.Status.OK)
                .entity(room)
                .build();
    }
}
