package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Owners give and take roles. */
@ApplicationScoped
class ChangingRoles {
    @Inject
    Door door;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    Event<RoomChanged> changed;

    /**
     * If the person already has the role, nothing is recorded, so that a repeat gets the same answer as the first try.
     */
    Membership change(Caller caller, String room, String username, Role role) {
        return door.permit(caller, room, visit -> act(visit, username)).get(act -> change(act, role));
    }

    private record Act(Visit actor, Membership target) {}

    private Act act(Visit entered, String username) {
        Account account = accounts.byName(username).orElseThrow(Refusal::notFound);
        Visit actor = entered.asInsider();
        Membership target = memberships.of(actor.room().id(), account.id()).orElseThrow(Refusal::notFound);
        return new Act(actor.as(Role.OWNER), target);
    }

    private Membership change(Act act, Role role) {
        Membership target = act.target();
        if (target.role() != role) {
            judge(act.actor(), target, role);
            memberships.role(target, role);
            long by = act.actor().caller().accountId();
            changed.fire(new RoomChanged(target.roomId(), by, SystemAction.ROLE, target.accountId(), role.wire()));
        }
        return target;
    }

    private void judge(Visit actor, Membership target, Role role) {
        if (!actor.actsOn(target) && !actor.self(target)) {
            throw Refusal.of(Code.FORBIDDEN, "An owner cannot change the role of another owner.");
        }
        if (actor.room().lobby() && role == Role.OWNER) {
            throw Refusal.of(Code.FORBIDDEN, "The lobby cannot have an owner.");
        }
    }
}
