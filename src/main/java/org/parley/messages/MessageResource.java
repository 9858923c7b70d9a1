package org.parley.messages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.rooms.RoomKey;

/** One message of a log. Once for rooms and once for private conversations. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class MessageResource {
    @Inject
    History history;

    @Context
    SecurityContext security;

    @PathParam("seq")
    String seq;

    /** Which log the path means. */
    abstract RoomKey room();

    @GET
    public MessageJson message() {
        History.One one = history.one(Caller.of(security), room(), Asked.inPath(seq));
        return MessageJson.of(one.room().address(), one.message());
    }
}
