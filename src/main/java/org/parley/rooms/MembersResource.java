package org.parley.rooms;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** The members of a room: join, add, leave, remove, and change roles. A request to join needs no body. */
@Path("rooms/{room}/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    @Inject
    ListingMembers listing;

    @Inject
    JoiningRooms joining;

    @Inject
    AddingMembers adding;

    @Inject
    LeavingRooms leaving;

    @Inject
    ChangingRoles changing;

    @Inject
    ModeratingMembers moderating;

    @Inject
    RoomViews rooms;

    @Inject
    MemberViews members;

    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @GET
    public MembersJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), RoomKey.room(room), Paging.of(limit, cursor));
    }

    @POST
    public Response add(NewMemberJson newcomer) {
        if (newcomer == null || newcomer.username() == null) {
            return join(newcomer == null ? null : newcomer.password());
        }
        Membership added = adding.add(Caller.of(security), room, newcomer.username());
        return created(members.of(added));
    }

    private Response join(String password) {
        JoiningRooms.Joined joined = joining.join(Caller.of(security), room, password);
        RoomJson view = rooms.of(joined.visit());
        return joined.newly() ? created(view) : Response.ok(view).build();
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }

    @DELETE
    @Path("me")
    public void leave() {
        leaving.leave(Caller.of(security), room);
    }

    /** Removes a member. */
    @DELETE
    @Path("{username}")
    public void kick(@PathParam("username") String username, @QueryParam("reason") String reason) {
        moderating.kick(Caller.of(security), room, username, NewSanctionJson.reason(reason));
    }

    @PATCH
    @Path("{username}")
    public MemberJson change(@PathParam("username") String username, RoleJson role) {
        Role asked = Form.filled(role).judged();
        return members.of(changing.change(Caller.of(security), room, username, asked));
    }
}
