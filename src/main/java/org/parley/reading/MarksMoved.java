package org.parley.reading;

import java.util.List;

/** Marks were written; fired in the transaction. Only what moved is told. */
public record MarksMoved(List<Mark> marks) {
    /** @param unreadFrom where the user marked the room unread again, or {@code null} */
    public record Mark(long roomId, long accountId, long deliveredSeq, long readSeq, Long unreadFrom) {}
}
