package org.parley.messages;

import java.util.List;
import java.util.Map;

/**
 * A kind of thing that is read with messages although it is not in their rows. CDI finds all of them. Implementations
 * are application-scoped beans.
 *
 * @param <T> what a message has of this kind
 */
interface Detail<T> {
    /**
     * By the place of the message; a message that has nothing of this kind is absent. One statement for all of these
     * rows, and none where no row can have anything.
     */
    Map<Log.Place, T> of(List<LogRow> rows);

    /** The same details with this one. */
    Details added(Details details, T found);

    /** Whether it shows something of other messages, which a reader of this message alone must not learn. */
    default boolean showsOthers() {
        return false;
    }
}
