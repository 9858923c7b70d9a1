package org.parley.rooms;

/**
 * The members of a room without a name have changed, and with them what people call it. Fired in the transaction; not
 * for a new room.
 */
public record CompanyChanged(long roomId) {}
