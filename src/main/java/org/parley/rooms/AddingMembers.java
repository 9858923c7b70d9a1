package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Owners and moderators add members, who need no password. */
@ApplicationScoped
class AddingMembers {
    @Inject
    Door door;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    Sanctions sanctions;

    @Inject
    Event<RoomChanged> changed;

    /**
     * Adds a member. A person who already is a member keeps their role.
     *
     * @throws Refusal {@code conflict} if the person is banned, and any refusal of the door
     */
    Membership add(Caller caller, String room, String username) {
        return door.permit(caller, room, entry -> addition(entry, username)).get(this::add);
    }

    private record Addition(Entry entry, Account newcomer) {}

    private Addition addition(Entry entered, String username) {
        Account newcomer = accounts.byName(username).orElseThrow(Refusal::notFound);
        return new Addition(entered.as(Role.MODERATOR), newcomer);
    }

    private Membership add(Addition addition) {
        return memberships
                .of(addition.entry().room().id(), addition.newcomer().id())
                .orElseGet(() -> add(addition.entry(), addition.newcomer()));
    }

    private Membership add(Entry entry, Account newcomer) {
        if (sanctions.of(entry.room().id(), newcomer.id(), Sanction.Kind.BAN).isPresent()) {
            throw Refusal.of(Code.CONFLICT, "This person is banned from the room. Lift the ban first.");
        }
        Membership added = memberships.add(entry.room(), newcomer.id(), Role.MEMBER);
        changed.fire(
                new RoomChanged(entry.room().id(), entry.caller().accountId(), SystemAction.ADD, newcomer.id(), null));
        return added;
    }
}
