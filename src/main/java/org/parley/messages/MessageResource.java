package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.rooms.InLogResource;

/** One message of a log. One subclass is for rooms, one for private conversations. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class MessageResource extends InLogResource {
    @Inject
    History history;

    @GET
    public MessageJson message() {
        History.One one = history.one(caller(), key(), Asked.inPath(path("seq")));
        return MessageJson.of(one.room().logName(), one.message());
    }

    @Path("rooms/{room}/messages/{seq}")
    @ApplicationScoped
    public static class OfRoomResource extends MessageResource {}

    @Path("direct/{username}/messages/{seq}")
    @ApplicationScoped
    public static class OfConversationResource extends MessageResource {}
}
