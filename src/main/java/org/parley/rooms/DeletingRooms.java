package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** An owner deletes a room. It is gone and its names are free at once; {@link SweepingRooms} deletes its rows later. */
@ApplicationScoped
class DeletingRooms {
    @Inject
    Door door;

    @Inject
    RoomNames names;

    @Inject
    Memberships memberships;

    @Inject
    Event<RoomDeleted> deleted;

    void delete(Caller caller, String room) {
        door.permit(caller, room, DeletingRooms::judged).run(this::delete);
    }

    private static Visit judged(Visit visit) {
        if (visit.as(Role.OWNER).room().lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody deletes the lobby.");
        }
        return visit;
    }

    private void delete(Visit owner) {
        Room leaving = owner.room();
        leaving.goAway();
        names.release(leaving.id());
        List<Long> members = memberships.accounts(leaving.id());
        deleted.fire(
                new RoomDeleted(leaving.id(), leaving.name(), owner.caller().username(), members));
    }
}
