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

/** Takes away, every hour, what no longer opens anything: else each quarter of an hour of each session stays for ever. */
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
            LOG.log(Level.WARNING, "Ended sessions are swept again in an hour", troubled);
        }
    }

    /** What is left waits for the next start. */
    void stop(@Observes Stopping stopping) {
        sweeper.shutdownNow();
    }
}
