package org.parley.replies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.parley.messages.Asked;
import org.parley.rooms.InLogResource;
import org.parley.system.Paging;

/** The replies to a message, in a room or in a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RepliesResource extends InLogResource {
    @Inject
    ListingReplies listing;

    /** @param after the last number that the client has; without it, the list begins with the first reply */
    @GET
    public ListingReplies.RepliesJson replies(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Long from = Asked.number("after", after);
        return listing.page(caller(), key(), Asked.inPath(path("seq")), from == null ? 0 : from, Paging.limit(limit));
    }

    @Path("rooms/{room}/messages/{seq}/replies")
    @ApplicationScoped
    public static class OfRoomResource extends RepliesResource {}

    @Path("direct/{username}/messages/{seq}/replies")
    @ApplicationScoped
    public static class OfConversationResource extends RepliesResource {}
}
