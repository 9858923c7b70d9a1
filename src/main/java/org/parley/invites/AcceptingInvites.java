package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.Visit;

/** Somebody follows a link into a room. */
@ApplicationScoped
class AcceptingInvites {
    @Inject
    Invites invites;

    @Inject
    JoiningRooms joining;

    /**
     * The room is only known by the link, so it is looked up before the lock and once more under it.
     *
     * @throws Refusal {@code not_found}, whatever the link lacks; {@code banned}
     */
    JoiningRooms.Joined accept(Caller caller, String code) {
        long roomId = invites.find(code).orElseThrow(Refusal::notFound).roomId();
        return joining.join(caller, roomId, visit -> use(code, visit));
    }

    /** Who is in already may come again by a link that is used up, perhaps by themselves a moment ago. */
    private void use(String code, Visit visit) {
        Invite invite = invites.find(code)
                .filter(found -> visit.member() || !found.usedUp())
                .orElseThrow(Refusal::notFound);
        if (!visit.member()) {
            invite.use();
        }
    }
}
