package org.parley.conversations;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.rooms.ArrangingRooms;
import org.parley.rooms.Door;
import org.parley.rooms.FavouriteJson;
import org.parley.rooms.ListingMembers;
import org.parley.rooms.MembersJson;
import org.parley.rooms.NotifyJson;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomKey;
import org.parley.rooms.RoomViews;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** The caller's private conversation with one person, whether or not it has been created. */
@Path("direct/{username}")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    @Inject
    Door door;

    @Inject
    RoomViews views;

    @Inject
    ListingMembers listing;

    @Inject
    MakingConversations making;

    @Inject
    ArrangingRooms arranging;

    @Context
    SecurityContext security;

    @PathParam("username")
    String username;

    @GET
    public RoomJson get() {
        return views.of(door.see(Caller.of(security), RoomKey.with(username)));
    }

    @GET
    @Path("members")
    public MembersJson members(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), RoomKey.with(username), Paging.of(limit, cursor));
    }

    @PUT
    @Path("notify")
    public void choose(NotifyJson choice) {
        String occasion = Form.filled(choice).judged();
        making.made(Caller.of(security), username);
        arranging.notifyWhen(Caller.of(security), RoomKey.with(username), occasion);
    }

    @PUT
    @Path("favourite")
    public void choose(FavouriteJson choice) {
        boolean chosen = Form.filled(choice).judged();
        making.made(Caller.of(security), username);
        arranging.favourite(Caller.of(security), RoomKey.with(username), chosen);
    }
}
