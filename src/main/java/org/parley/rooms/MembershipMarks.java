package org.parley.rooms;

/** How far a member has received and read. The row may be behind. Implemented by {@code reading}. */
public interface MembershipMarks {
    long deliveredSeq(Membership membership);

    long readSeq(Membership membership);
}
