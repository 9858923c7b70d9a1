package org.parley.rooms;

/**
 * Something of a deleted room that needs more than the deletion of its rows. CDI finds all of them. Implemented by
 * {@code files}.
 */
public interface RoomLeftovers {
    /**
     * Removes some of it, in the transaction that deletes some of the room's rows.
     * @return whether there may be more
     */
    boolean forgetSome(long roomId);
}
