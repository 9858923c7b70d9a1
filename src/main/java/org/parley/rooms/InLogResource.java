package org.parley.rooms;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.parley.accounts.Caller;

/**
 * A resource below the log of a room ({@code rooms/{room}}) or of a private conversation ({@code direct/{username}}).
 * Each subclass nests two empty classes, one for each path: in JAX-RS a class has one path, and a template that fits
 * both would lose to the template of the room itself.
 *
 * <p>One instance of each serves all requests. An instance for each would cost more than many a request itself, because
 * everything would be injected anew. So nothing of a request is in a field; the two contexts stand for the present one.
 * The nested classes have the annotation themselves, because the server looks for beans only by what a class itself
 * says.
 */
public abstract class InLogResource {
    @Context
    SecurityContext security;

    @Context
    UriInfo uri;

    /** The log that the path means. */
    protected RoomKey key() {
        String room = path("room");
        return room == null ? RoomKey.with(path("username")) : RoomKey.room(room);
    }

    /** A parameter of the path, decoded; {@code null} if the path has none of this name. */
    protected String path(String parameter) {
        return uri.getPathParameters().getFirst(parameter);
    }

    protected Caller caller() {
        return Caller.of(security);
    }
}
