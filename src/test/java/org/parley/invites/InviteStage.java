package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.rooms.Room;

/** Makes links for the tests that run inside the server. */
@ApplicationScoped
public class InviteStage {
    @Inject
    InvitingPeople inviting;

    /** @return the code of the link */
    public String invite(Caller caller, Room room) {
        return inviting.invite(caller, room.name(), new NewInviteJson.Judged(null, null))
                .code();
    }

    public void revoke(Caller caller, Room room, String code) {
        inviting.revoke(caller, room.name(), code);
    }
}
