package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/** Owners and moderators bring somebody else in, who needs no password. */
@ApplicationScoped
class AddingMembers {
    @Inject
    Transactions transactions;

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
     * Who is a member already stays what they are.
     *
     * @throws Refusal {@code conflict} of who is banned, beside what the door refuses
     */
    Membership add(Caller caller, String room, String username) {
        return transactions.run(() -> addUnderLock(caller, room, username));
    }

    private Membership addUnderLock(Caller caller, String room, String username) {
        Entry entered = door.locked(caller, room);
        Account newcomer = accounts.byName(username).orElseThrow(Refusal::notFound);
        Entry entry = entered.asInsider();
        entry.as(Role.MODERATOR);
        return memberships.of(entry.room().id(), newcomer.id()).orElseGet(() -> add(entry, newcomer));
    }

    private Membership add(Entry entry, Account newcomer) {
        if (sanctions.of(entry.room().id(), newcomer.id(), Sanction.Kind.BAN).isPresent()) {
            throw Refusal.of(Code.CONFLICT, "They are banned from this room.");
        }
        Membership added = memberships.add(entry.room(), newcomer.id(), Role.MEMBER);
        changed.fire(new RoomChanged(entry.room().id(), entry.caller().accountId(), "add", newcomer.id(), null));
        return added;
    }
}
