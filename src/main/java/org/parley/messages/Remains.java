package org.parley.messages;

import java.util.Collection;

/** What is stored about messages beside their rows. CDI finds all of them. */
public interface Remains {
    /** Removes what is stored about these messages of a room, which were deleted. */
    void forget(long roomId, Collection<Long> numbers);
}
