package org.parley.messages;

import java.util.Collection;
import java.util.List;

/** What is stored about messages beside their rows. CDI finds all of them. */
public interface Remains {
    /** Removes what is stored about these messages of a room, which were deleted. */
    void forget(long roomId, Collection<Long> numbers);

    /**
     * Stores it for messages that come from the file of a room, where it can be kept. Their rows are written already,
     * in the same transaction.
     */
    default void restore(List<LoggedMessage> messages) {}
}
