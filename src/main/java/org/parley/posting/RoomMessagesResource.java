package org.parley.posting;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The messages of a room. */
@Path("rooms/{room}/messages")
public class RoomMessagesResource extends MessagesResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
