package org.parley.rooms;

/** Somebody left a room of their own accord: their sockets stop listening to it. Fired in the transaction. */
public record MemberLeft(long roomId, long accountId) {}
