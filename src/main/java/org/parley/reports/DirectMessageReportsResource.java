package org.parley.reports;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.parley.rooms.RoomKey;

/** Reports of a message of a private conversation. */
@Path("direct/{username}/messages/{seq}/reports")
public class DirectMessageReportsResource extends ReportsResource {
    @PathParam("username")
    String username;

    @Override
    RoomKey room() {
        return RoomKey.with(username);
    }
}
