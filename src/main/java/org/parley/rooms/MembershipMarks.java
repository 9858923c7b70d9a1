package org.parley.rooms;

/** How far a member has received and read, which the row may not know yet. Implemented by {@code reading}. */
public interface MembershipMarks {
    long deliveredSeq(Membership membership);

    long readSeq(Membership membership);
}
