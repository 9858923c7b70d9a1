package org.parley.rooms;

/** Who listens to a room at this moment; supplied by {@code live}. */
public interface RoomPresence {
    /** How many people (not sockets) are present in the room. */
    int onlineCount(long roomId);
}
