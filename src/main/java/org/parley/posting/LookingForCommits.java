package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.parley.messages.Heads;
import org.parley.messages.MessagesPosted;
import org.parley.rooms.Rooms;

/** Finds out whether commits succeeded whose answer was lost, and tells the feeds about them. */
@ApplicationScoped
class LookingForCommits {
    @Inject
    Rooms rooms;

    @Inject
    Heads heads;

    @Inject
    Event<MessagesPosted> posted;

    /** Waits for each room's lock: a commit that is still under way holds it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void look(Set<Long> roomIds) {
        rooms.lock(roomIds, true).forEach(room -> posted.fire(heads.news(room, List.of())));
    }
}
