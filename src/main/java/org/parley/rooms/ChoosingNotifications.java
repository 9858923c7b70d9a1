package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.system.Transactions;

/** A member says of what in a room they want to be told. */
@ApplicationScoped
public class ChoosingNotifications {
    @Inject
    Transactions transactions;

    @Inject
    Door door;

    /** Needs no lock of the room: the row is the member's own. */
    public void choose(Caller caller, RoomKey room, String occasion) {
        transactions.run(() -> door.member(caller, room).membership().notifyWhen(occasion));
    }
}
