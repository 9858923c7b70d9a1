package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** An owner deletes a room: it is gone and its names are free at once; {@link SweepingRooms} takes away its rows. */
@ApplicationScoped
class DeletingRooms {
    @Inject
    Door door;

    @Inject
    RoomNames names;

    @Inject
    Event<RoomDeleted> deleted;

    @Transactional
    public void delete(Caller caller, String room) {
        Room leaving = door.locked(caller, room).as(Role.OWNER).room();
        if (leaving.lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody deletes the lobby.");
        }
        leaving.goAway();
        names.release(leaving.id());
        deleted.fire(new RoomDeleted(leaving.id(), leaving.name(), caller.username()));
    }
}
