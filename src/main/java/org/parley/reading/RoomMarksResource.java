package org.parley.reading;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The marks of a room. */
@Path("rooms/{room}/{mark: read|delivered|unread}")
public class RoomMarksResource extends MarksResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
