package org.parley.deletions;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.http.CountsAs;
import org.parley.messages.Asked;
import org.parley.posting.PostingMessages;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.system.FloodLimits;

/** Deletes a message, in a room or in a private conversation. */
public abstract class DeletionResource {
    @Inject
    Door door;

    @Inject
    PostingMessages posting;

    @Inject
    DeletingMessages deleting;

    @Context
    SecurityContext security;

    @PathParam("seq")
    String seq;

    /** The log of the message, as the path names it. */
    abstract RoomKey room();

    /** The author and the room's staff may do this. Answers 204 also if the message was deleted before. */
    @DELETE
    @CountsAs(FloodLimits.Kind.DELETIONS)
    public void delete() {
        posting.change(door.see(Caller.of(security), room()), deleting, Asked.inPath(seq), "")
                .join();
    }
}
