package org.parley.messages;

import java.util.List;
import java.util.Map;

/**
 * Something that is read with messages but is not in their rows. CDI finds all of them. Implementations are
 * application-scoped beans.
 *
 * @param <T> what a message has of this kind
 */
public interface Detail<T> {
    /**
     * The detail of each message by its place; a message without this detail is absent. It takes one statement for
     * all rows, or none if no row can have the detail.
     */
    Map<Log.Place, T> of(List<LogRow> rows);

    /** The given details and this one. */
    Details added(Details details, T found);

    /** Whether it shows a part of other messages. A reader who may see only this message must not get it. */
    default boolean showsOthers() {
        return false;
    }
}
