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

    private static Entry judged(Entry entry) {
        if (entry.asMember().room().lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "You cannot leave the lobby.");
        }
        return entry;
    }

    private void leave(Entry entry) {
        if (memberships.lastOwner(entry.membership())) {
            throw Refusal.of(Code.CONFLICT, "You are the last owner. Make somebody else an owner before you leave.");
        }
        memberships.remove(entry.membership());
        left.fire(new MemberLeft(entry.room().id(), entry.caller().accountId()));
    }
}
