package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/** An owner deletes a room: it is gone and its names are free at once; {@link SweepingRooms} takes away its rows. */
@ApplicationScoped
class DeletingRooms {
    @Inject
    Transactions transactions;

    @Inject
    Door door;

    @Inject
    RoomNames names;

    @Inject
    Memberships memberships;

    @Inject
    Event<RoomDeleted> deleted;

    void delete(Caller caller, String room) {
        transactions.run(() -> deleteUnderLock(caller, room));
    }

    private void deleteUnderLock(Caller caller, String room) {
        Room leaving = door.locked(caller, room).as(Role.OWNER).room();
        if (leaving.lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody deletes the lobby.");
        }
        leaving.goAway();
        names.release(leaving.id());
        List<Long> members = memberships.accounts(leaving.id());
        deleted.fire(new RoomDeleted(leaving.id(), leaving.name(), caller.username(), members));
    }
}
