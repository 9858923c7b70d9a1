package org.parley.messages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.parley.rooms.Room;
import org.parley.rooms.RoomCreated;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.Rooms;

/**
 * The number up to which each room's log may be shown: the highest one whose commit has returned here. Databases show a
 * commit before it is safely on disk, so no read that reaches a client goes beyond it.
 *
 * <p>Only rooms in use are kept. A room that nobody wrote or read for some minutes has no commit under way, so all of
 * its rows are on disk. Before a commit, the writer notes the last number before its own. So a reader who reads the
 * table after that commit finds the note first.
 */
@ApplicationScoped
public class Heads {
    /** Much longer than a commit can take: after seconds, the server gives up the database. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    /** Observers that say nothing have 2500 (CDI 4.0, 10.5.2). */
    static final int BEFORE_ANYBODY_IS_TOLD = 1000;

    private final ConcurrentMap<Long, Long> heads;

    @Inject
    Rooms rooms;

    public Heads() {
        this(Ticker.systemTicker());
    }

    Heads(Ticker ticker) {
        // Limited by time and not by size, because a size limit could drop the entry of a commit that is under way.
        heads = Caffeine.newBuilder()
                .expireAfterAccess(IN_USE)
                .ticker(ticker)
                .<Long, Long>build()
                .asMap();
    }

    /** 0 if nothing was written. */
    public long of(long roomId) {
        Long head = heads.get(roomId);
        return head != null ? head : known(roomId, stored(roomId));
    }

    /** As {@link #of(long)}, without a statement. Read the room just before: an older row could hide messages. */
    public long of(Room room) {
        return known(room.id(), room.head());
    }

    private long known(long roomId, long stored) {
        Long head = heads.putIfAbsent(roomId, stored);
        return head == null ? stored : head;
    }

    private long stored(long roomId) {
        return rooms.find(roomId).map(Room::head).orElse(0L);
    }

    /**
     * The commit of this number has returned. Lower numbers are on disk too, because the lock of the room's row orders
     * them.
     */
    public void raise(long roomId, long head) {
        heads.merge(roomId, head, Math::max);
    }

    /**
     * The event that a room's log has grown. Fire it in the transaction that has locked the room. It reads no table,
     * because this transaction would find its own number, whose commit has not returned. From now on, readers find the
     * number before it.
     */
    public MessagesPosted news(Room room, List<? extends Logged> entries) {
        long first = room.head() - entries.size();
        long before = Math.min(known(room.id(), first), first);
        return new MessagesPosted(room.id(), room.pair(), before, room.head(), List.copyOf(entries));
    }

    /** First of all observers, so that nobody is told of a number that may not be shown yet. */
    void raise(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(BEFORE_ANYBODY_IS_TOLD)
                    MessagesPosted posted) {
        raise(posted.roomId(), posted.head());
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomCreated created) {
        raise(created.roomId(), 0);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        heads.remove(deleted.roomId());
    }
}
