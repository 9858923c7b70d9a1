package org.parley.rooms;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;

/**
 * What belongs to the log of a room or of a private conversation, and so is found under {@code rooms/{room}} as under
 * {@code direct/{username}}. Subclasses nest a class for each of the two paths, with nothing in it: JAX-RS has one
 * path for a class, and a template that fits both would lose to that of the room itself.
 */
public abstract class InLogResource {
    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @PathParam("username")
    String username;

    /** Which log the path means. */
    protected RoomKey key() {
        return room == null ? RoomKey.with(username) : RoomKey.room(room);
    }

    protected Caller caller() {
        return Caller.of(security);
    }
}
