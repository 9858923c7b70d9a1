package org.parley.rooms;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.accounts.Caller;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** The bans and mutes of a room. */
@Path("rooms/{room}/{list: bans|mutes}")
@Produces(MediaType.APPLICATION_JSON)
public class SanctionsResource {
    @Inject
    ModeratingMembers moderating;

    @Inject
    ListingSanctions listing;

    @Inject
    Clock clock;

    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @PathParam("list")
    String list;

    /** @return the page under the name of the list, and {@code next} */
    @GET
    public Map<String, Object> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        ListingSanctions.Page page = listing.page(Caller.of(security), room, kind(), Paging.of(limit, cursor));
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(list, page.sanctions());
        named.put("next", page.next());
        return named;
    }

    @POST
    public Response impose(NewSanctionJson sanction) {
        Sanction imposed = moderating.impose(
                Caller.of(security), room, kind(), Form.filled(sanction).judged(clock));
        return Response.status(Response.Status.CREATED)
                .entity(listing.of(imposed))
                .build();
    }

    @DELETE
    @Path("{username}")
    public void lift(@PathParam("username") String username) {
        moderating.lift(Caller.of(security), room, kind(), username);
    }

    private Sanction.Kind kind() {
        return list.equals("bans") ? Sanction.Kind.BAN : Sanction.Kind.MUTE;
    }
}
