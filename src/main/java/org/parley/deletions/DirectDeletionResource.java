package org.parley.deletions;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** Deletes a message of a private conversation. */
@Path("direct/{username}/messages/{seq}")
public class DirectDeletionResource extends DeletionResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
