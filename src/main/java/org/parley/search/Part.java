package org.parley.search;

import java.util.List;
import org.parley.messages.LoggedMessage;

/**
 * A kind of thing that a message may have, such as a link. CDI finds all of them. Implementations are
 * application-scoped beans.
 */
interface Part {
    /** The word that {@code has=} takes for it. */
    String name();

    /** Whether the message has such a thing. */
    boolean in(LoggedMessage message);

    /** Further texts by which the message is found, such as the names of files. */
    default List<String> texts(LoggedMessage message) {
        return List.of();
    }
}
