package org.parley.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.function.Function;
import org.parley.http.CountsAs;
import org.parley.messages.Asked;
import org.parley.posting.PostingMessages;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;
import org.parley.system.FloodLimits;
import org.parley.texts.Emoji;

/** The caller's reaction to a message, in a room or in a private conversation. */
public abstract class ReactionResource extends InLogResource {
    @Inject
    Door door;

    @Inject
    PostingMessages posting;

    @Inject
    Reacting reacting;

    /** Answers 204 also if the caller had reacted so before. */
    @PUT
    @CountsAs(FloodLimits.Kind.REACTIONS)
    public void add() {
        change(Asking::adding);
    }

    /** Answers 204 also if there is no such reaction. */
    @DELETE
    @CountsAs(FloodLimits.Kind.REACTIONS)
    public void remove() {
        change(Asking::removing);
    }

    private void change(Function<String, Asking> asking) {
        String value = asking.apply(Emoji.of(path("emoji"))).stored();
        posting.change(door.see(caller(), key()), reacting, Asked.inPath(path("seq")), value)
                .join();
    }

    @Path("rooms/{room}/messages/{seq}/reactions/{emoji}")
    @ApplicationScoped
    public static class OfRoomResource extends ReactionResource {}

    @Path("direct/{username}/messages/{seq}/reactions/{emoji}")
    @ApplicationScoped
    public static class OfConversationResource extends ReactionResource {}
}
