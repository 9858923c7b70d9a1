package org.parley.invites;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import org.parley.accounts.Caller;
import org.parley.http.Proxies;
import org.parley.system.Paging;

/** The links of a room, for its owners and moderators. A request without a body makes a link without limits. */
@Path("rooms/{room}/invites")
@Produces(MediaType.APPLICATION_JSON)
public class InvitesResource {
    private static final NewInviteJson FOR_GOOD = new NewInviteJson(null, null);

    @Inject
    InvitingPeople inviting;

    @Inject
    ListingInvites listing;

    @Inject
    Proxies proxies;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @PathParam("room")
    String room;

    @GET
    public InvitesJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(Caller.of(security), room, Paging.of(limit, cursor), proxies.root(request));
    }

    @POST
    public Response make(NewInviteJson asked) {
        Invite made = inviting.invite(Caller.of(security), room, (asked == null ? FOR_GOOD : asked).judged());
        return Response.status(Response.Status.CREATED)
                .entity(listing.of(made, proxies.root(request)))
                .build();
    }

    @DELETE
    @Path("{code}")
    public void revoke(@PathParam("code") String code) {
        inviting.revoke(Caller.of(security), room, code);
    }
}
