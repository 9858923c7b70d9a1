package org.parley.posting;

/** Whether what was said in a room reaches those who listen; supplied by {@code live}. */
public interface RoomBacklog {
    /** Whether the room is so far behind that more must not be said there yet. From any thread. */
    boolean full(long roomId);
}
