package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.parley.rooms.InLogResource;
import org.parley.system.Paging;

/** The pinned messages of a room or of a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class PinsResource extends InLogResource {
    @Inject
    ListingPins listing;

    /** Everybody who may read the messages may do this. */
    @GET
    public ListingPins.PinsJson pins(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(caller(), key(), Paging.of(limit, cursor));
    }

    @Path("rooms/{room}/pins")
    @ApplicationScoped
    public static class OfRoomResource extends PinsResource {}

    @Path("direct/{username}/pins")
    @ApplicationScoped
    public static class OfConversationResource extends PinsResource {}
}
