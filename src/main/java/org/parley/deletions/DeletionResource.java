package org.parley.deletions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.parley.http.CountsAs;
import org.parley.messages.Asked;
import org.parley.posting.PostingMessages;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;
import org.parley.system.FloodLimits;

/** Deletes a message, in a room or in a private conversation. */
public abstract class DeletionResource extends InLogResource {
    @Inject
    Door door;

    @Inject
    PostingMessages posting;

    @Inject
    DeletingMessages deleting;

    /** The author and the room's staff may do this. Answers 204 also if the message was deleted before. */
    @DELETE
    @CountsAs(FloodLimits.Kind.DELETIONS)
    public void delete() {
        posting.change(door.see(caller(), key()), deleting, Asked.inPath(path("seq")), "")
                .join();
    }

    @Path("rooms/{room}/messages/{seq}")
    @ApplicationScoped
    public static class OfRoomResource extends DeletionResource {}

    @Path("direct/{username}/messages/{seq}")
    @ApplicationScoped
    public static class OfConversationResource extends DeletionResource {}
}
