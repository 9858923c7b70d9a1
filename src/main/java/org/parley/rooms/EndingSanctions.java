package org.parley.rooms;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;
import org.parley.system.Transactions;

/** Takes away bans and mutes that have lasted their time, within a second; those of an outage when it is over. */
@ApplicationScoped
class EndingSanctions {
    private static final Logger LOG = System.getLogger(EndingSanctions.class.getName());
    private static final int AFTER_ACCOUNTS = 200;
    private static final long LOOK_MILLIS = 500;
    private static final int AT_ONCE = 100;

    @Inject
    Sanctions sanctions;

    @Inject
    Moderating moderating;

    @Inject
    Rooms rooms;

    @Inject
    Transactions transactions;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    private ScheduledExecutorService timer;

    void begin(@Observes @Priority(AFTER_ACCOUNTS) Starting starting) {
        timer = threads.timer("parley-sanctions");
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            sanctions.over(clock.instant(), AT_ONCE).forEach(this::end);
        } catch (RuntimeException troubled) {
            LOG.log(Level.DEBUG, "Bans and mutes wait for their end", troubled);
        }
    }

    /** Each by itself: one that fails holds up no other. */
    private void end(Sanction.Key key) {
        try {
            transactions.run(() -> rooms.lock(key.roomId()).ifPresent(room -> moderating.endIfOver(room, key)));
        } catch (RuntimeException troubled) {
            LOG.log(Level.DEBUG, "A ban or mute waits for its end", troubled);
        }
    }

    void stop(@Observes Stopping stopping) {
        timer.shutdownNow();
    }
}
