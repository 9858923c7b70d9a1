package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import org.parley.messages.MessagesPosted;
import org.parley.problems.LastingFailure;
import org.parley.rooms.CompanyChanged;
import org.parley.rooms.Memberships;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.SystemAction.Effect;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells members on their own sockets how a room looks after a change: once a second for each room, however often it
 * changes, and at once if it is deleted. So an owner cannot flood the members, and the waiting news is bounded by the
 * number of rooms.
 */
@ApplicationScoped
class ChangedRooms {
    private static final System.Logger LOG = System.getLogger(ChangedRooms.class.getName());
    private static final long TELL_MILLIS = 1000;

    @Inject
    Connections connections;

    @Inject
    Memberships memberships;

    @Inject
    RoomNews news;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    /** The number of the last change, by room. */
    final GatheredNews<Long> gathered = new GatheredNews<>(
            new LastingFailure(LOG, "Could not tell members of a changed room; the next try comes soon"),
            1,
            Math::max,
            rooms -> rooms.forEach(this::tell));

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        gathered.start(threads.timer("parley-changed-rooms"), TELL_MILLIS);
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        if (connections.anybodyReachable()
                && posted.entries().stream().anyMatch(entry -> entry.effect() == Effect.CHANGES_ROOM)) {
            gathered.add(posted.roomId(), posted.head());
        }
    }

    /** Leaving takes no number, so this asks for a view that is newer than any known one. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyChanged changed) {
        if (connections.anybodyReachable()) {
            gathered.add(changed.roomId(), Long.MAX_VALUE);
        }
    }

    /** Runs on the same thread, so that an older state of the room is not sent after this. */
    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        Encoded frame = codec.encoded(Frames.RoomNotification.of(deleted.name(), deleted.roomId(), null));
        gathered.end(deleted.roomId(), () -> tell(deleted.members(), frame));
    }

    private void tell(long roomId, long seq) {
        news.update(roomId, seq)
                .ifPresent(room -> tell(
                        memberships.accounts(roomId),
                        codec.encoded(Frames.RoomNotification.of(room.key(), roomId, room))));
    }

    private void tell(Collection<Long> accounts, Encoded frame) {
        accounts.forEach(account -> connections.tell(account, frame));
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        gathered.stop();
    }
}
