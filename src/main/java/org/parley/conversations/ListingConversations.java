package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.ActivityCursor;
import org.parley.rooms.Conversations;
import org.parley.rooms.RoomViews;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/**
 * Lists the caller's private conversations and rooms without a name, with one statement for a page and those of
 * {@link RoomViews}.
 */
@ApplicationScoped
class ListingConversations {
    private static final Set<String> KINDS = Set.of("direct", "private");

    @Inject
    Conversations conversations;

    @Inject
    RoomViews views;

    /**
     * @param kind as in a room: {@code direct} for conversations of two, {@code private} for rooms without a name, or
     *     {@code null} for both
     */
    @Transactional
    ConversationsJson page(Caller caller, String kind, Paging paging) {
        if (kind != null && !KINDS.contains(kind)) {
            throw Refusal.invalid("kind", "must be direct or private");
        }
        ActivityCursor after = ActivityCursor.of(paging.after());
        List<Visit> found = conversations.newest(caller, kind, after.time(), after.roomId(), paging.limit() + 1);
        return new ConversationsJson(
                views.of(caller, paging.page(found)), paging.next(found, visit -> ActivityCursor.key(visit.room())));
    }
}
