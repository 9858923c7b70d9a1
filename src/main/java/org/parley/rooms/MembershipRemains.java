package org.parley.rooms;

/** What is stored about a member beside the membership. CDI finds all of them. */
public interface MembershipRemains {
    /** Removes it: the account is no longer a member of the room. Runs under the locks of the room and the membership. */
    void forget(long roomId, long accountId);
}
