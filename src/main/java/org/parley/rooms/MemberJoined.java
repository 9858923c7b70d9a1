package org.parley.rooms;

/** Somebody made or entered a room of their own accord. Fired in the transaction. */
public record MemberJoined(long roomId, long accountId) {}
