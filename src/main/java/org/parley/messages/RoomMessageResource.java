package org.parley.messages;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** A message of a room. */
@Path("rooms/{room}/messages/{seq}")
public class RoomMessageResource extends MessageResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
