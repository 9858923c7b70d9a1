package org.parley.rooms;

/** A room is gone, with its log; its name is free. Fired in the transaction. */
public record RoomDeleted(long roomId, String name, String byUsername) {}
