package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a reader calls a log: a room by its name, a private conversation by the other's username. One of the two is there,
 * the other {@code null}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Address(String room, String with) {
    public static Address room(String name) {
        return new Address(name, null);
    }

    public static Address with(String username) {
        return new Address(null, username);
    }

    /** The name, whichever it is. */
    public String text() {
        return direct() ? with : room;
    }

    public boolean direct() {
        return with != null;
    }
}
