package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.messages.MessagesPosted;
import org.parley.problems.LastingFailure;
import org.parley.rooms.Memberships;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomJson;
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

    private final LastingFailure failures =
            new LastingFailure(LOG, "Could not tell members of a changed room; the next try comes soon");
    /** The number of the last change, by room. */
    private final Map<Long, Long> changed = new ConcurrentHashMap<>();

    private Executor teller = Runnable::run;
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        timer = threads.timer("parley-changed-rooms");
        teller = timer;
        timer.scheduleWithFixedDelay(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        if (connections.anybodyReachable()
                && posted.entries().stream().anyMatch(entry -> entry.effect() == Effect.CHANGES_ROOM)) {
            changed.merge(posted.roomId(), posted.head(), Math::max);
        }
    }

    /** Runs on the same thread, so that an older state of the room is not sent after this. */
    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        Encoded frame = codec.encoded(Frames.RoomNotification.of(deleted.name(), deleted.roomId(), null));
        teller.execute(() -> {
            changed.remove(deleted.roomId());
            tell(deleted.members(), frame);
        });
    }

    void tell() {
        boolean all = true;
        for (long roomId : List.copyOf(changed.keySet())) {
            all &= told(roomId);
        }
        if (all) {
            failures.succeeded();
        }
    }

    /** @return {@code false} if it failed and must be tried again */
    private boolean told(long roomId) {
        // Before the room is read, so that a change in the meantime is told next time.
        long seq = changed.remove(roomId);
        try {
            news.update(roomId, seq).ifPresent(update -> tell(roomId, update));
            return true;
        } catch (RuntimeException | Error failure) {
            changed.merge(roomId, seq, Math::max);
            failures.failed(failure);
            return false;
        }
    }

    private void tell(long roomId, RoomJson update) {
        tell(memberships.accounts(roomId), codec.encoded(Frames.RoomNotification.of(update.name(), roomId, update)));
    }

    private void tell(Collection<Long> accounts, Encoded frame) {
        accounts.forEach(account -> connections.personal(account).forEach(socket -> socket.send(frame)));
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        timer.shutdownNow();
    }
}
