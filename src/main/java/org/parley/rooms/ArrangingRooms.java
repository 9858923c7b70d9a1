package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.parley.accounts.Caller;
import org.parley.system.Transactions;

/**
 * A member arranges a room or conversation for themselves: which messages to be notified about, and whether it stands
 * at the top of their list. It needs no lock of the room, because only the member changes this row.
 */
@ApplicationScoped
public class ArrangingRooms {
    @Inject
    Transactions transactions;

    @Inject
    Door door;

    @Inject
    Event<MembershipArranged> arranged;

    public void notifyWhen(Caller caller, RoomKey room, String occasion) {
        arrange(caller, room, membership -> membership.notifyWhen(occasion));
    }

    public void favourite(Caller caller, RoomKey room, boolean chosen) {
        arrange(caller, room, membership -> membership.favourite(chosen));
    }

    private void arrange(Caller caller, RoomKey room, Consumer<Membership> change) {
        transactions.run(() -> {
            Visit visit = door.member(caller, room);
            MembershipArranged before = arranged(visit);
            change.accept(visit.membership());
            MembershipArranged after = arranged(visit);
            if (!after.equals(before)) {
                arranged.fire(after);
            }
        });
    }

    private static MembershipArranged arranged(Visit visit) {
        Membership membership = visit.membership();
        return new MembershipArranged(
                membership.roomId(),
                membership.accountId(),
                visit.logName(),
                membership.favourite(),
                membership.notifyWhen());
    }
}
