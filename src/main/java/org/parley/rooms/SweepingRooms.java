package org.parley.rooms;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** Deletes the rows of deleted rooms in the background. At startup it deletes the rows that an earlier run left. */
@ApplicationScoped
class SweepingRooms {
    private static final Logger LOG = System.getLogger(SweepingRooms.class.getName());
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    @Inject
    RoomRemains remains;

    @Inject
    Threads threads;

    /** Hidden rooms that are being made. They look like deleted ones. */
    private final Set<Long> spared = ConcurrentHashMap.newKeySet();

    private ScheduledExecutorService sweeper;

    void begin(@Observes @Priority(Starting.FEATURES) Starting starting) {
        sweeper = threads.timer("parley-room-sweeper");
        sweeper.execute(this::sweepAll);
    }

    /** Sweeps this room only: a search for others would scan all rooms each time. */
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        sweeper.execute(() -> sweep(() -> sweepRoom(deleted.roomId())));
    }

    private void sweepAll() {
        sweep(() -> remains.rooms().forEach(this::sweepRoom));
    }

    /** Call it before the row of a hidden room is written. */
    void spare(long roomId) {
        spared.add(roomId);
    }

    void spareNoMore(long roomId) {
        spared.remove(roomId);
    }

    /** Tries at once, and later again if that fails. */
    void sweepNow(long roomId) {
        sweep(() -> sweepRoom(roomId));
    }

    private void sweep(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error troubled) {
            LOG.log(
                    Level.WARNING,
                    "Could not delete the rows of deleted rooms; the next try comes in " + NEXT_TRY.toSeconds() + " s",
                    troubled);
            sweeper.schedule(this::sweepAll, NEXT_TRY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void sweepRoom(long roomId) {
        boolean more = !spared.contains(roomId);
        while (more && !sweeper.isShutdown()) {
            more = remains.sweepSome(roomId);
        }
    }

    /** Stops at once; the next start sweeps the rest. */
    void stop(@Observes Stopping stopping) {
        sweeper.shutdownNow();
    }
}
