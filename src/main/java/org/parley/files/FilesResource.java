package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.parley.rooms.InLogResource;
import org.parley.system.Paging;

/** The files that were posted in a room or a private conversation. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class FilesResource extends InLogResource {
    @Inject
    ListingFiles listing;

    /** @param kind {@code image}, {@code audio}, {@code video} or {@code file}; without it, every kind */
    @GET
    public ListingFiles.FilesJson list(
            @QueryParam("kind") String kind, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return listing.page(caller(), key(), FileKind.of(kind), Paging.of(limit, cursor));
    }

    @Path("rooms/{room}/files")
    @ApplicationScoped
    public static class OfRoomResource extends FilesResource {}

    @Path("direct/{username}/files")
    @ApplicationScoped
    public static class OfConversationResource extends FilesResource {}
}
