package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.rooms.ActivityCursor;
import org.parley.rooms.Conversations;
import org.parley.rooms.RoomViews;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Lists the caller's private conversations, with one statement for a page and those of {@link RoomViews}. */
@ApplicationScoped
class ListingConversations {
    @Inject
    Conversations conversations;

    @Inject
    RoomViews views;

    @Transactional
    ConversationsJson page(Caller caller, Paging paging) {
        ActivityCursor after = ActivityCursor.of(paging.after());
        List<Visit> found = conversations.newest(caller, after.time(), after.roomId(), paging.limit() + 1);
        return new ConversationsJson(
                views.of(caller, paging.page(found)), paging.next(found, visit -> ActivityCursor.key(visit.room())));
    }
}
