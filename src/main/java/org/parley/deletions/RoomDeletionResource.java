package org.parley.deletions;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** Deletes a message of a room. */
@Path("rooms/{room}/messages/{seq}")
public class RoomDeletionResource extends DeletionResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
