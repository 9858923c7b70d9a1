package org.parley.rooms;

/** A person created or joined a room. Fired in the transaction. */
public record MemberJoined(long roomId, long accountId) {}
