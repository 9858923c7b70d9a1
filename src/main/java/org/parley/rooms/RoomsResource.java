package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.Paging;
import org.parley.texts.Form;

/**
 * Lists and creates rooms. As everywhere there is no {@code @Consumes}: a wrong content type is found when the body is
 * read, after the caller is authenticated. One instance serves all requests, because injecting everything anew costs
 * more than many a request.
 */
@Path("rooms")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {
    @Inject
    BrowsingRooms browsing;

    @Inject
    CreatingRooms creating;

    @Inject
    CreatingGroups grouping;

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
        return browsing.page(Caller.of(security), RoomList.of(query, filter, sort, Paging.of(limit, cursor)));
    }

    @POST
    public Response create(NewRoomJson room) {
        NewRoomJson asked = Form.filled(room);
        if (asked.group()) {
            CreatingGroups.Made made = grouping.create(Caller.of(security), asked);
            return answer(made.newly() ? Response.Status.CREATED : Response.Status.OK, made.visit());
        }
        return answer(Response.Status.CREATED, creating.create(Caller.of(security), asked));
    }

    private Response answer(Response.Status status, Visit room) {
        return Response.status(status).entity(views.of(room)).build();
    }
}
