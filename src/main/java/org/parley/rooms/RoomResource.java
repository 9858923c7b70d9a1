package org.parley.rooms;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.texts.Form;

/**
 * One room: read, change and delete it. If several classes match a path, JAX-RS uses only those with the longest
 * template. So a path below a room that has no class of its own, such as {@code notify}, belongs here.
 */
@Path("rooms/{room}")
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
    @Inject
    ChangingRooms changing;

    @Inject
    DeletingRooms deleting;

    @Inject
    ArrangingRooms arranging;

    @Inject
    Door door;

    @Inject
    RoomViews views;

    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @GET
    public RoomJson get() {
        return views.of(door.see(Caller.of(security), room));
    }

    @PATCH
    public RoomJson change(RoomChangesJson changes) {
        return views.of(changing.change(Caller.of(security), room, Form.filled(changes)));
    }

    @DELETE
    public void delete() {
        deleting.delete(Caller.of(security), room);
    }

    @PUT
    @Path("notify")
    public void choose(NotifyJson choice) {
        arranging.notifyWhen(
                Caller.of(security), RoomKey.room(room), Form.filled(choice).judged());
    }

    @PUT
    @Path("favourite")
    public void choose(FavouriteJson choice) {
        arranging.favourite(
                Caller.of(security), RoomKey.room(room), Form.filled(choice).judged());
    }
}
