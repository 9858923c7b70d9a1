package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.system.Transactions;

/** A member chooses which messages of a room to be notified about. */
@ApplicationScoped
public class ChoosingNotifications {
    @Inject
    Transactions transactions;

    @Inject
    Door door;

    /** Needs no lock of the room: only the member changes this row. */
    public void choose(Caller caller, RoomKey room, String occasion) {
        transactions.run(() -> door.member(caller, room).membership().notifyWhen(occasion));
    }
}
