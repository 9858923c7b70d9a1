package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The name of a log from the reader's view: a room by its name, or a private conversation by the other person's
 * username. Exactly one of the two is set.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Address(String room, String with) {
    public static Address room(String name) {
        return new Address(name, null);
    }

    public static Address with(String username) {
        return new Address(null, username);
    }

    /** The name that is set. */
    public String text() {
        return direct() ? with : room;
    }

    public boolean direct() {
        return with != null;
    }
}
