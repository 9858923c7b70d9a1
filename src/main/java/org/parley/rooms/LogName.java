package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a reader calls a log: a room by its name, a private conversation by the other's username, or by its id if that
 * account is deleted. The other of the two is {@code null}. A reader outside of a private conversation has no name
 * for it: then both are {@code null}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogName(String room, String with) {
    public static LogName room(String name) {
        return new LogName(name, null);
    }

    public static LogName with(String username) {
        return new LogName(null, username);
    }

    /** The name that is set. */
    public String text() {
        return direct() ? with : room;
    }

    public boolean direct() {
        return with != null;
    }
}
