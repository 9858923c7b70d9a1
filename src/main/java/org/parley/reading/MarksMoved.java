package org.parley.reading;

import java.util.List;

/** Marks were written. Fired in the transaction; contains only marks that moved. */
public record MarksMoved(List<Mark> marks) {
    /** @param unreadFrom the number from which the user marked the room as unread, or {@code null} */
    public record Mark(long roomId, long accountId, long deliveredSeq, long readSeq, Long unreadFrom) {}
}
