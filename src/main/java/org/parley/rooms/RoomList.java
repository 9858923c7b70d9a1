package org.parley.rooms;

import java.util.Set;
import org.parley.problems.Refusal;
import org.parley.system.Paging;
import org.parley.texts.Names;

/**
 * Which rooms somebody wants listed, and in which order.
 *
 * @param part what the folded name must contain, or empty
 * @param joined only one's own
 * @param byActivity latest first; else by name
 */
record RoomList(String part, boolean joined, boolean byActivity, Paging paging) {

    /** Each may be {@code null} for what is usual: no query, all rooms, by name. */
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

    /** The part as a pattern that means its letters only; {@code !} escapes. */
    String pattern() {
        return "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }
}
