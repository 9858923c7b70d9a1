package org.parley.rooms;

/** A room was created; its log is empty. Fired in the transaction. */
public record RoomCreated(long roomId) {}
