package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.ReadableRooms;
import org.parley.rooms.Visit;
import org.parley.system.Transactions;

/**
 * Answers a search. The index says which messages may be hits. They are read from the tables, the door is asked after
 * that, and a message that does not have the words any more is left out. So an index that is late shows nothing that it
 * should not.
 */
@ApplicationScoped
class FindingMessages {
    @Inject
    FollowingLogs following;

    @Inject
    LookingUp lookingUp;

    @Inject
    ShowingHits showing;

    @Inject
    Door door;

    @Inject
    ReadableRooms readable;

    @Inject
    Accounts accounts;

    @Inject
    Transactions transactions;

    /** @throws Refusal what the door says to a room that is named; {@code unavailable} without an index */
    SearchJson page(Caller caller, Sought sought) {
        Spot after = Spot.of(sought.paging().after());
        Optional<Reach> reach = transactions.run(() -> reach(caller, sought));
        Followers followers = following.followers();
        if (reach.isEmpty() || sought.words().impossible()) {
            return new SearchJson(List.of(), null, following.state());
        }
        List<Spot> found = lookingUp.find(followers, sought, reach.get(), after);
        return showing.page(caller, sought, found);
    }

    /** Where to look. @param senderId {@code null} for everybody */
    record Reach(long[] rooms, Long senderId) {}

    /** Empty if there is nothing to find. */
    private Optional<Reach> reach(Caller caller, Sought sought) {
        long[] rooms = rooms(caller, sought);
        if (rooms.length == 0) {
            return Optional.empty();
        }
        if (sought.from() == null) {
            return Optional.of(new Reach(rooms, null));
        }
        return accounts.byName(sought.from()).map(Account::id).map(sender -> new Reach(rooms, sender));
    }

    private long[] rooms(Caller caller, Sought sought) {
        if (sought.log() == null) {
            return readable.ids(caller);
        }
        Visit visit = door.read(caller, sought.log());
        return visit.room().unmade() ? new long[0] : new long[] {visit.room().id()};
    }
}
