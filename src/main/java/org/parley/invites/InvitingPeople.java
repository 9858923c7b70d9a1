package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditNote;
import org.parley.rooms.Door;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.Role;
import org.parley.rooms.RoomChanged;
import org.parley.rooms.SystemAction;
import org.parley.rooms.Visit;
import org.parley.system.Ids;

/** Owners and moderators create and revoke links. The audit log records it; the room's log does not. */
@ApplicationScoped
class InvitingPeople {
    @Inject
    Door door;

    @Inject
    Invites invites;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * @throws Refusal any refusal of the door; {@code forbidden} for plain members; {@code conflict} if the room has
     *     too many links
     */
    Invite invite(Caller caller, String room, NewInviteJson.Judged asked) {
        return door.permit(caller, room, visit -> visit.as(Role.MODERATOR)).get(visit -> {
            Invite made = new Invite(Ids.next(clock), visit.room().id(), caller.accountId(), asked, clock.instant());
            makeRoom(made.roomId());
            invites.add(made);
            note(visit, "invite", made);
            return made;
        });
    }

    private void makeRoom(long roomId) {
        invites.clear(roomId);
        if (invites.full(roomId)) {
            invites.clearUnbacked(roomId);
        }
        if (invites.full(roomId)) {
            throw Refusal.of(Code.CONFLICT, "This room has too many links. Revoke some of them first.");
        }
    }

    /** @throws Refusal {@code not_found} if the link no longer works or belongs to another room */
    void revoke(Caller caller, String room, String code) {
        door.permit(caller, room, visit -> revocation(visit, code)).run(revocation -> {
            invites.remove(revocation.invite());
            note(revocation.visit(), "uninvite", revocation.invite());
        });
    }

    private record Revocation(Visit visit, Invite invite) {}

    private Revocation revocation(Visit entered, String code) {
        Visit visit = entered.asInsider();
        Invite invite = invites.find(code)
                .filter(found -> found.roomId() == visit.room().id() && !found.usedUp())
                .orElseThrow(Refusal::notFound);
        return new Revocation(visit.as(Role.MODERATOR), invite);
    }

    /**
     * Deletes the links of a person who no longer is an owner or moderator. Otherwise a removed person could come back
     * by one.
     */
    void follow(@Observes RoomChanged change) {
        boolean demoted =
                change.action() == SystemAction.ROLE && Role.MEMBER.wire().equals(change.value());
        if (demoted || change.action().effect() == SystemAction.Effect.PUTS_OUT) {
            invites.clear(change.roomId(), change.targetId());
        }
    }

    void follow(@Observes MemberLeft left) {
        invites.clear(left.roomId(), left.accountId());
    }

    /** The audit log does not get the code, because anyone who has it can join. */
    private void note(Visit actor, String action, Invite invite) {
        audit.note(
                new AuditNote(invite.roomId(), actor.caller().accountId(), action, null, null, invite.expiresAt()),
                null);
    }
}
