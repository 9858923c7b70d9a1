package org.parley.edits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.http.CountsAs;
import org.parley.messages.Asked;
import org.parley.messages.History;
import org.parley.messages.MessageJson;
import org.parley.posting.PostingMessages;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/** Edits a message, in a room or in a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class EditResource extends InLogResource {
    @Inject
    Door door;

    @Inject
    PostingMessages posting;

    @Inject
    EditingMessages editing;

    @Inject
    History history;

    /** The new text, with the limits of a new message. */
    public record Json(String body) {}

    /**
     * Only the author may do this. Answers the message as it is then; a text that is the present one changes nothing.
     */
    @PATCH
    @CountsAs(FloodLimits.Kind.MESSAGES_OF_USER)
    public MessageJson edit(Json typed) {
        String body = Texts.free("body", Form.filled(typed).body(), Texts.BODY);
        long target = Asked.inPath(path("seq"));
        posting.change(door.see(caller(), key()), editing, target, body).join();
        History.One one = history.one(caller(), key(), target);
        return MessageJson.of(one.room().logName(), one.message());
    }

    @Path("rooms/{room}/messages/{seq}")
    @ApplicationScoped
    public static class OfRoomResource extends EditResource {}

    @Path("direct/{username}/messages/{seq}")
    @ApplicationScoped
    public static class OfConversationResource extends EditResource {}
}
