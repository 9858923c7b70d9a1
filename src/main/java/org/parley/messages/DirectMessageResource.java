package org.parley.messages;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** A message of a private conversation. */
@Path("direct/{username}/messages/{seq}")
public class DirectMessageResource extends MessageResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
