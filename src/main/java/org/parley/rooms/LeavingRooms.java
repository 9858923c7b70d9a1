package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/** A member leaves of their own accord. */
@ApplicationScoped
public class LeavingRooms {
    @Inject
    Transactions transactions;

    @Inject
    Door door;

    @Inject
    Memberships memberships;

    @Inject
    Event<MemberLeft> left;

    /** @throws Refusal {@code not_found}, {@code not_member}, {@code forbidden} in the lobby, {@code conflict} for the last owner */
    public void leave(Caller caller, String room) {
        transactions.run(() -> leaveUnderLock(caller, room));
    }

    private void leaveUnderLock(Caller caller, String room) {
        Entry entry = door.locked(caller, room).asMember();
        if (entry.room().lobby()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody leaves the lobby.");
        }
        if (memberships.lastOwner(entry.membership())) {
            throw Refusal.of(Code.CONFLICT, "The last owner cannot leave; make somebody else an owner first.");
        }
        memberships.remove(entry.membership());
        left.fire(new MemberLeft(entry.room().id(), caller.accountId()));
    }
}
