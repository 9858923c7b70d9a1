package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.accounts.Caller;

/** A member says of what in a room they want to be told. */
@ApplicationScoped
class ChoosingNotifications {
    @Inject
    Door door;

    /** Needs no lock of the room: the row is the member's own. */
    @Transactional
    public void choose(Caller caller, String room, NotifyJson typed) {
        String occasion = typed.judged();
        door.member(caller, room).membership().notifyWhen(occasion);
    }
}
