package org.parley.reading;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The marks of a private conversation. */
@Path("direct/{username}/{mark: read|delivered|unread}")
public class DirectMarksResource extends MarksResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
