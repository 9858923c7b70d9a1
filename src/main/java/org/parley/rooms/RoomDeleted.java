package org.parley.rooms;

import java.util.List;

/**
 * A room and its log were deleted; its name is free. Fired in the transaction.
 *
 * @param members the accounts that were members
 */
public record RoomDeleted(long roomId, String name, String byUsername, List<Long> members) {}
