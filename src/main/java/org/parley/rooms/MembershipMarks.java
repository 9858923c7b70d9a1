package org.parley.rooms;

/** How far a member has received and read, as it is now: a row may be behind. Supplied by {@code reading}. */
public interface MembershipMarks {
    long deliveredSeq(Membership membership);

    long readSeq(Membership membership);
}
