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

/**
 * Creates a conversation at its first message. There is one per pair, even if both people begin it at the same time.
 */
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
     * The conversation, created if necessary. Not within a transaction, because losing a race would roll it back.
     *
     * @throws Refusal {@code not_found} if no account has the name, or the caller has no such conversation
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
            // The other person created it at the same moment.
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
