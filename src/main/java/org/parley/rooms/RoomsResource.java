package org.parley.rooms;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** Rooms: found, made, changed and deleted. */
@Path("rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoomsResource {
    @Inject
    BrowsingRooms browsing;

    @Inject
    CreatingRooms creating;

    @Inject
    ChangingRooms changing;

    @Inject
    DeletingRooms deleting;

    @Inject
    ChoosingNotifications notifications;

    @Inject
    Door door;

    @Inject
    RoomViews views;

    @Context
    SecurityContext security;

    @GET
    public RoomsJson list(
            @QueryParam("query") String query,
            @QueryParam("filter") String filter,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return browsing.page(caller(), RoomList.of(query, filter, sort, Paging.of(limit, cursor)));
    }

    @POST
    public Response create(NewRoomJson room) {
        Entry made = creating.create(caller(), Form.filled(room));
        return Response.status(Response.Status.CREATED).entity(views.of(made)).build();
    }

    @GET
    @Path("{room}")
    public RoomJson get(@PathParam("room") String room) {
        return views.of(door.see(caller(), room));
    }

    @PATCH
    @Path("{room}")
    public RoomJson change(@PathParam("room") String room, RoomChangesJson changes) {
        return views.of(changing.change(caller(), room, Form.filled(changes)));
    }

    @DELETE
    @Path("{room}")
    public void delete(@PathParam("room") String room) {
        deleting.delete(caller(), room);
    }

    @PUT
    @Path("{room}/notify")
    public void choose(@PathParam("room") String room, NotifyJson choice) {
        notifications.choose(caller(), room, Form.filled(choice));
    }

    private Caller caller() {
        return Caller.of(security);
    }
}
