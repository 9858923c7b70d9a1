package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.messages.MessagesPosted;
import org.parley.problems.LastingFailure;
import org.parley.rooms.Memberships;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomJson;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells members on their own sockets how a room looks after a change: once a second for each room, however often it is
 * changed. So an owner cannot flood the members of a room, and what waits to be told is bounded by the number of rooms.
 */
@ApplicationScoped
public class ChangedRooms {
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

    private final LastingFailure failures = new LastingFailure(LOG, "Members wait for news of a changed room");
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(400) Starting starting) {
        timer = threads.timer("parley-changed-rooms");
        timer.scheduleWithFixedDelay(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        if (connections.anybodyReachable() && posted.entries().stream().anyMatch(news::follow)) {
            changed.add(posted.roomId());
        }
    }

    /** Its members are told that it is gone, and nothing after that. */
    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        changed.remove(deleted.roomId());
    }

    void tell() {
        for (long roomId : List.copyOf(changed)) {
            // Before the room is read, so that a change in the meantime is told next time.
            changed.remove(roomId);
            try {
                news.update(roomId).ifPresent(update -> tell(roomId, update));
                failures.succeeded();
            } catch (RuntimeException | Error failure) {
                changed.add(roomId);
                failures.failed(failure);
            }
        }
    }

    private void tell(long roomId, RoomJson update) {
        Encoded frame = codec.encoded(Frames.RoomNotification.of(update.name(), roomId, update));
        for (long account : memberships.accounts(roomId)) {
            connections.personal(account).forEach(socket -> socket.send(frame));
        }
    }

    void stop(@Observes @Priority(150) Stopping stopping) {
        timer.shutdownNow();
    }
}
