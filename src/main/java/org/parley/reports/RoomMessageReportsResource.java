package org.parley.reports;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** Reports of a message of a room. */
@Path("rooms/{room}/messages/{seq}/reports")
public class RoomMessageReportsResource extends ReportsResource {
    @PathParam("room")
    String room;

    @Override
    RoomKey room() {
        return RoomKey.room(room);
    }
}
