package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
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
    Groups groups;

    @Inject
    Event<RoomChanged> changed;

    /**
     * Adds a member. A person who already is a member keeps their role.
     *
     * @throws Refusal {@code conflict} if the person is banned; in a room without a name also if it is full or the
     *     account is disabled, and {@code forbidden} if the person has blocked the caller; and any refusal of the door
     */
    Membership add(Caller caller, String room, String username) {
        return door.permit(caller, room, visit -> addition(visit, username)).get(this::add);
    }

    private record Addition(Visit visit, Account newcomer) {}

    private Addition addition(Visit entered, String username) {
        Account newcomer = accounts.byName(username).orElseThrow(Refusal::notFound);
        return new Addition(entered.as(Role.MODERATOR), newcomer);
    }

    private Membership add(Addition addition) {
        return memberships
                .of(addition.visit().room().id(), addition.newcomer().id())
                .orElseGet(() -> add(addition.visit(), addition.newcomer()));
    }

    private Membership add(Visit visit, Account newcomer) {
        if (sanctions.of(visit.room().id(), newcomer.id(), Sanction.Kind.BAN).isPresent()) {
            throw Refusal.of(Code.CONFLICT, "They are banned from this room.");
        }
        boolean group = visit.room().unnamed();
        if (group) {
            groups.judge(visit.caller(), List.of(newcomer));
        }
        // In a room without a name all members are equals.
        Membership added = memberships.add(visit.room(), newcomer.id(), group ? Role.OWNER : Role.MEMBER);
        changed.fire(
                new RoomChanged(visit.room().id(), visit.caller().accountId(), SystemAction.ADD, newcomer.id(), null));
        return added;
    }
}
