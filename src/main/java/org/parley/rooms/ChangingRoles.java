package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Owners give and take roles; a room never loses its last owner, by whomever. */
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

    @Inject
    Clock clock;

    /** Who has the role already keeps it without a trace, so that a repeat is answered as the first try was. */
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
            target.role(role, clock.instant());
            long by = act.actor().caller().accountId();
            changed.fire(new RoomChanged(target.roomId(), by, SystemAction.ROLE, target.accountId(), role.wire()));
        }
        return target;
    }

    private void judge(Visit actor, Membership target, Role role) {
        if (!actor.actsOn(target) && !actor.self(target)) {
            throw Refusal.of(Code.FORBIDDEN, "Owners do not act on each other.");
        }
        if (actor.room().lobby() && role == Role.OWNER) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody owns the lobby.");
        }
        if (memberships.lastOwner(target)) {
            throw Refusal.of(Code.CONFLICT, "A room never loses its last owner.");
        }
    }
}
