package org.parley.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the log says about rooms, for listing and entering them. Implemented by {@code reading}. */
public interface RoomActivity {
    /** The activity for each visit, by room id, with a fixed number of statements. */
    Map<Long, Activity> of(long accountId, Collection<Visit> visits);

    /**
     * When a person last posted in a room. So slow mode also holds for a person who left and came back. It looks at
     * the last thousand numbers.
     *
     * @return empty if there is no such message
     */
    Optional<Instant> lastPosted(Room room, long accountId);

    /**
     * The activity of one room, as one reader sees it.
     *
     * @param head the highest number that a client may know of
     * @param lastMessage the newest message, or {@code null} if there is none or the reader may not read
     * @param unread unread messages of other people, at most 1000; this and the next three are 0 for strangers
     * @param mentions how many of the unread messages mention the reader, at most 1000
     * @param readSeq the read mark, including marks that are not written yet
     * @param deliveredSeq the delivery mark, never below {@code readSeq}
     */
    record Activity(long head, LastMessage lastMessage, int unread, int mentions, long readSeq, long deliveredSeq) {}
}
