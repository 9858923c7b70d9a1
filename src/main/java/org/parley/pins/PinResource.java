package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.parley.messages.Asked;
import org.parley.posting.PostingMessages;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;

/** The pin of a message, in a room or in a private conversation. */
public abstract class PinResource extends InLogResource {
    @Inject
    Door door;

    @Inject
    PostingMessages posting;

    @Inject
    PinningMessages pinning;

    /** The room's staff may do this, and both people of a conversation. Answers 204 also if it was pinned before. */
    @PUT
    public void pin() {
        change(PinningMessages.PIN);
    }

    /** The same people may do this. Answers 204 also if it was not pinned. */
    @DELETE
    public void unpin() {
        change(PinningMessages.UNPIN);
    }

    private void change(String value) {
        posting.change(door.see(caller(), key()), pinning, Asked.inPath(path("seq")), value)
                .join();
    }

    @Path("rooms/{room}/pins/{seq}")
    @ApplicationScoped
    public static class OfRoomResource extends PinResource {}

    @Path("direct/{username}/pins/{seq}")
    @ApplicationScoped
    public static class OfConversationResource extends PinResource {}
}
