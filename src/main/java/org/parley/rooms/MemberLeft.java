package org.parley.rooms;

/** A member left a room; the member's sockets stop listening to it. Fired in the transaction. */
public record MemberLeft(long roomId, long accountId) {}
