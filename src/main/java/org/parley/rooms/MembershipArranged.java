package org.parley.rooms;

/**
 * A member has changed what only they see of a room or conversation. Fired in the transaction.
 *
 * @param log the member's name for it
 */
public record MembershipArranged(long roomId, long accountId, LogName log, boolean favourite, String notifyWhen) {}
