package org.parley.rooms;

/** A room was made; its log is empty. Fired in the transaction. */
public record RoomCreated(long roomId) {}
