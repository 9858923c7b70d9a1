package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Entry;
import org.parley.rooms.JoiningRooms;

/** A person follows an invite link into a room. */
@ApplicationScoped
class AcceptingInvites {
    @Inject
    Invites invites;

    @Inject
    JoiningRooms joining;

    /**
     * Uses a link. Only the link names the room, so the link is looked up before the lock and again under it.
     *
     * @throws Refusal {@code not_found} for every link that does not work; {@code banned}
     */
    JoiningRooms.Joined accept(Caller caller, String code) {
        long roomId = invites.find(code).orElseThrow(Refusal::notFound).roomId();
        return joining.join(caller, roomId, entry -> use(code, entry));
    }

    /** A member may repeat the request with a used-up link: perhaps the first request was their own. */
    private void use(String code, Entry entry) {
        Invite invite = invites.find(code)
                .filter(found -> entry.member() || !found.usedUp())
                .orElseThrow(Refusal::notFound);
        if (!entry.member()) {
            invite.use();
        }
    }
}
