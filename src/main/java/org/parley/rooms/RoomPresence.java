package org.parley.rooms;

/** Tells who listens to a room at this moment. Implemented by {@code live}. */
public interface RoomPresence {
    /** How many people (not sockets) are present in the room. */
    int onlineCount(long roomId);
}
