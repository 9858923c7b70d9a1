package org.parley.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.parley.http.CountsAs;
import org.parley.problems.Refusal;
import org.parley.rooms.InLogResource;
import org.parley.system.FloodLimits;
import org.parley.texts.Form;

/** What the caller has typed and not sent in a room or a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class DraftResource extends InLogResource {
    @Inject
    ListingDrafts listing;

    @Inject
    KeepingDrafts keeping;

    @GET
    public DraftJson get() {
        return listing.one(caller(), key());
    }

    /** The draft must name the revision that it replaces, so that no text of another device is lost. */
    @PUT
    @CountsAs(FloodLimits.Kind.DRAFTS)
    public DraftJson write(NewDraft.Json typed) {
        return keeping.write(caller(), key(), Form.filled(typed).judged());
    }

    /** @param revision of the draft to delete; without it, any is deleted */
    @DELETE
    @CountsAs(FloodLimits.Kind.DRAFTS)
    public void delete(@QueryParam("revision") String revision) {
        keeping.delete(caller(), key(), revision == null ? null : number(revision));
    }

    private static Long number(String revision) {
        if (!revision.matches("\\d{1,18}")) {
            throw Refusal.invalid("revision", "must be a whole number");
        }
        return Long.valueOf(revision);
    }

    @Path("rooms/{room}/draft")
    @ApplicationScoped
    public static class OfRoomResource extends DraftResource {}

    @Path("direct/{username}/draft")
    @ApplicationScoped
    public static class OfConversationResource extends DraftResource {}
}
