package org.parley.posting;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** The messages of a private conversation. */
@Path("direct/{username}/messages")
public class DirectMessagesResource extends MessagesResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
