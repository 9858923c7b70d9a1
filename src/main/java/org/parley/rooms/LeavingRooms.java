package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** A member leaves a room. */
@ApplicationScoped
class LeavingRooms {
    @Inject
    Door door;

    @Inject
    Memberships memberships;

    @Inject
    Event<MemberLeft> left;

    /**
     * @throws Refusal {@code not_found}, {@code not_member}; {@code forbidden} in the lobby; {@code conflict} for the
     *     last owner
     */
    void leave(Caller caller, String room) {
        door.permit(caller, room, LeavingRooms::judged).run(this::leave);
    }

    private static Visit judged(Visit visit) {
        if (visit.asMember().room().lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody leaves the lobby.");
        }
        return visit;
    }

    private void leave(Visit visit) {
        memberships.remove(visit.membership());
        left.fire(new MemberLeft(visit.room().id(), visit.caller().accountId()));
    }
}
