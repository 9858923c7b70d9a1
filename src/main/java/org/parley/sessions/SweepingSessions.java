package org.parley.sessions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** Sweeps every hour. Without it, the table would keep a token for every quarter of an hour of every session. */
@ApplicationScoped
class SweepingSessions {
    private static final Logger LOG = System.getLogger(SweepingSessions.class.getName());

    @Inject
    SessionRemains remains;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    private ScheduledExecutorService sweeper;

    void begin(@Observes @Priority(Starting.FEATURES) Starting starting) {
        sweeper = threads.timer("parley-session-sweeper");
        sweeper.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            Instant now = clock.instant();
            boolean more = true;
            while (more && !sweeper.isShutdown()) {
                more = remains.sweepSome(now);
            }
        } catch (RuntimeException | Error troubled) {
            LOG.log(Level.WARNING, "Ended sessions could not be deleted; the next try comes in an hour", troubled);
        }
    }

    /** Stops at once; the next start sweeps the rest. */
    void stop(@Observes Stopping stopping) {
        sweeper.shutdownNow();
    }
}
