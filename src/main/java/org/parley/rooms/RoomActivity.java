package org.parley.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the log says of rooms, for those who list and enter them; supplied by {@code reading}. */
public interface RoomActivity {
    /** For every visit, by room id, in a fixed number of statements however many there are. */
    Map<Long, Activity> of(long accountId, Collection<Visit> visits);

    /**
     * When somebody last spoke in a room, for slow mode to hold those who left and are back. Looks as far back as a thousand
     * numbers.
     *
     * @return empty if they did not
     */
    Optional<Instant> lastPosted(Room room, long accountId);

    /**
     * @param head the highest number that a client may know of
     * @param lastMessage the newest message, or {@code null} if there is none or the reader may not read
     * @param unread other people's unread messages, at most 1000; 0 for strangers, as all that follows
     * @param mentions how many of the unread mention the reader, at most 1000
     * @param readSeq the marks with what is not written yet
     * @param deliveredSeq never below {@code readSeq}
     */
    record Activity(long head, LastMessage lastMessage, int unread, int mentions, long readSeq, long deliveredSeq) {}
}
