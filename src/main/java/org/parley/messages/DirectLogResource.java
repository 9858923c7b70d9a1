package org.parley.messages;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The log of a private conversation. */
@Path("direct/{username}/log")
public class DirectLogResource extends LogResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
