package org.parley.messages;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.rooms.Room;
import org.parley.rooms.RoomCreated;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.Rooms;
import org.parley.system.Starting;

/**
 * The number up to which each room's log may be shown: the highest one whose commit has returned here. Databases show a
 * commit before it is safely on disk, so no read that reaches a client goes beyond it.
 */
@ApplicationScoped
public class Heads {
    private final Map<Long, Long> heads = new ConcurrentHashMap<>();

    @Inject
    Rooms rooms;

    /** Whatever the database has at start was on disk before this server ran. */
    void load(@Observes @Priority(300) Starting starting) {
        rooms.heads().forEach(this::raise);
    }

    /** 0 while nothing was written. */
    public long of(long roomId) {
        Long head = heads.get(roomId);
        return head != null ? head : heads.merge(roomId, stored(roomId), Math::max);
    }

    /** A room made by another node: whoever told us of it has seen its commit return. */
    private long stored(long roomId) {
        return rooms.find(roomId).map(Room::head).orElse(0L);
    }

    /** A commit of this number has returned; lower ones of the room are on disk too, because the row's lock orders them. */
    public void raise(long roomId, long head) {
        heads.merge(roomId, head, Math::max);
    }

    /**
     * The news that a room's log has grown; to be fired in the transaction that has the room locked. Asks no table: this
     * transaction would find its own number there, whose commit has not returned.
     */
    MessagesPosted news(Room room, List<? extends Logged> entries) {
        long first = room.head() - entries.size();
        long before = Math.min(heads.getOrDefault(room.id(), first), first);
        return new MessagesPosted(room.id(), room.pair(), before, room.head(), List.copyOf(entries));
    }

    void raise(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        raise(posted.roomId(), posted.head());
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomCreated created) {
        raise(created.roomId(), 0);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        heads.remove(deleted.roomId());
    }
}
