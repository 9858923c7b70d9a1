package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.problems.Refusal;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;

/** A person follows an invite link into a room. */
@ApplicationScoped
class AcceptingInvites {
    @Inject
    Invites invites;

    @Inject
    JoiningRooms joining;

    @Inject
    Rooms rooms;

    @Inject
    Users users;

    /**
     * Anyone with the link may read this, without an account too: they could as well make one and join.
     *
     * @throws Refusal {@code not_found} unless the link still lets somebody in
     */
    @Transactional
    InvitationJson look(String code) {
        Invite invite = invites.find(code).filter(found -> !found.usedUp()).orElseThrow(Refusal::notFound);
        Room room = rooms.find(invite.roomId()).orElseThrow(Refusal::notFound);
        UserJson by = users.of(List.of(invite.byId())).get(invite.byId());
        return new InvitationJson(
                room.unnamed() ? null : room.name(), new InvitationJson.Inviter(by.username(), by.displayName()));
    }

    /**
     * Uses a link. Only the link names the room, so the link is looked up before the lock and again under it.
     *
     * @throws Refusal {@code not_found} for every link that does not work; {@code banned}
     */
    JoiningRooms.Joined accept(Caller caller, String code) {
        long roomId = invites.find(code).orElseThrow(Refusal::notFound).roomId();
        return joining.join(caller, roomId, visit -> use(code, visit));
    }

    /** A member may repeat the request although the link is used up: perhaps they took its last use a moment ago. */
    private void use(String code, Visit visit) {
        Invite invite = invites.find(code)
                .filter(found -> visit.member() || !found.usedUp())
                .orElseThrow(Refusal::notFound);
        if (!visit.member()) {
            invite.use();
        }
    }
}
