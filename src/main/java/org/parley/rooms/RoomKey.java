package org.parley.rooms;

/**
 * The log that a client means: under {@code rooms} a room by its name, under {@code direct} a private conversation by
 * the other person's username, and both also by id.
 */
public record RoomKey(String text, boolean direct) {
    public static RoomKey room(String nameOrId) {
        return new RoomKey(nameOrId, false);
    }

    public static RoomKey with(String usernameOrId) {
        return new RoomKey(usernameOrId, true);
    }
}
