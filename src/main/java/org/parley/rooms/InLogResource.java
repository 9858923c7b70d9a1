package org.parley.rooms;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;

/**
 * A resource below the log of a room ({@code rooms/{room}}) or of a private conversation ({@code direct/{username}}).
 * Each subclass nests two empty classes, one for each path: in JAX-RS a class has one path, and a template that fits
 * both would lose to the template of the room itself.
 */
public abstract class InLogResource {
    @Context
    SecurityContext security;

    @PathParam("room")
    String room;

    @PathParam("username")
    String username;

    /** The log that the path means. */
    protected RoomKey key() {
        return room == null ? RoomKey.with(username) : RoomKey.room(room);
    }

    protected Caller caller() {
        return Caller.of(security);
    }
}
