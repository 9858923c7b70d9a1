package org.parley.messages;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The log of a room. */
@Path("rooms/{room}/log")
public class RoomLogResource extends LogResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
