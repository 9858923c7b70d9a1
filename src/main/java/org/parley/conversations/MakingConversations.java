package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.problems.DatabaseTrouble;
import org.parley.problems.Refusal;
import org.parley.rooms.Conversations;
import org.parley.rooms.Memberships;
import org.parley.rooms.Pair;
import org.parley.rooms.Role;
import org.parley.rooms.Room;
import org.parley.rooms.RoomCreated;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Ids;
import org.parley.system.Transactions;

/** The first message makes the conversation: one per pair, however many begin it at once. */
@ApplicationScoped
public class MakingConversations {
    @Inject
    Conversations conversations;

    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    Transactions transactions;

    @Inject
    Event<RoomCreated> created;

    @Inject
    Clock clock;

    /**
     * Never within a transaction, which a lost race would spoil.
     *
     * @throws Refusal {@code not_found} if there is nobody of that name, or no such conversation of the caller's
     */
    @Transactional(Transactional.TxType.NEVER)
    public Visit made(Caller caller, String usernameOrId) {
        Visit seen = visible(conversations.visit(caller, usernameOrId));
        if (!seen.room().unmade()) {
            return seen;
        }
        try {
            transactions.run(() -> make(seen.room().pair()));
        } catch (PersistenceException refused) {
            // The other began it at the same moment.
            if (!DatabaseTrouble.duplicate(refused)) {
                throw refused;
            }
        }
        return visible(conversations.visit(caller, usernameOrId));
    }

    private static Visit visible(Optional<Visit> visit) {
        return visit.filter(Visit::visible).orElseThrow(Refusal::notFound);
    }

    private void make(Pair pair) {
        Room room = new Room(Ids.next(clock), pair, clock.instant());
        rooms.add(room);
        pair.accounts().forEach(account -> memberships.add(room, account, Role.MEMBER));
        created.fire(new RoomCreated(room.id()));
    }
}
