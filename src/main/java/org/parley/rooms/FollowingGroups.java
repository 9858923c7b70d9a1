package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/** Follows which people are in rooms without a name, because people know such a room by them. */
@ApplicationScoped
class FollowingGroups {
    private static final Set<SystemAction> OF_MEMBERS = Set.of(SystemAction.ADD, SystemAction.KICK, SystemAction.BAN);

    @Inject
    Rooms rooms;

    @Inject
    Event<CompanyChanged> changed;

    void joined(@Observes MemberJoined joined) {
        follow(joined.roomId());
    }

    void left(@Observes MemberLeft left) {
        follow(left.roomId());
    }

    void changed(@Observes RoomChanged change) {
        if (OF_MEMBERS.contains(change.action())) {
            follow(change.roomId());
        }
    }

    /** Each of these transactions has locked the room and so has it at hand. A new room has not changed. */
    private void follow(long roomId) {
        rooms.find(roomId)
                .filter(room -> room.unnamed() && !room.asMade())
                .ifPresent(room -> changed.fire(new CompanyChanged(room.id())));
    }
}
