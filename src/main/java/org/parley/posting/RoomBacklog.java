package org.parley.posting;

/** Tells whether a room's messages reach its listeners in time. Implemented by {@code live}. */
public interface RoomBacklog {
    /** Whether the room is so far behind that it must not accept more messages now. From any thread. */
    boolean full(long roomId);
}
