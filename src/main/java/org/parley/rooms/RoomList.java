package org.parley.rooms;

import java.util.Set;
import org.parley.problems.Refusal;
import org.parley.system.Paging;
import org.parley.texts.Names;

/**
 * A request for a list of rooms, with its filter and order.
 *
 * @param part a text that the folded name must contain, or empty
 * @param joined only the caller's own rooms
 * @param byActivity the latest activity first; otherwise by name
 */
record RoomList(String part, boolean joined, boolean byActivity, Paging paging) {

    /** Each text may be {@code null}; the defaults are no query, all rooms, by name. */
    static RoomList of(String query, String filter, String sort, Paging paging) {
        return new RoomList(
                query == null ? "" : Names.folded(query.strip()),
                "joined".equals(oneOf("filter", filter, Set.of("all", "joined"))),
                "activity".equals(oneOf("sort", sort, Set.of("name", "activity"))),
                paging);
    }

    private static String oneOf(String parameter, String typed, Set<String> known) {
        if (typed != null && !known.contains(typed)) {
            throw Refusal.invalid(parameter, "must be one of " + String.join(", ", known));
        }
        return typed;
    }

    /** A pattern that takes each character of the part literally; {@code !} escapes. */
    String pattern() {
        return "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }
}
