package org.parley.files;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.problems.Failures;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Removes files in the background: those of deleted messages at once, uploads that were not used for a day each hour,
 * and bytes that the table does not know each day. A row goes before its bytes, so that no message has a file without
 * bytes.
 */
@ApplicationScoped
class SweepingFiles {
    private static final System.Logger LOG = System.getLogger(SweepingFiles.class.getName());
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final int PIECE = 100;

    @Inject
    Attachments attachments;

    @Inject
    FileFolder folder;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    private ScheduledExecutorService sweeper;

    /** Before the sweeping of rooms begins, because that gives this one work. */
    void begin(@Observes @Priority(Starting.FEATURES - 1) Starting starting) {
        sweeper = threads.timer("parley-file-sweeper");
        sweeper.scheduleWithFixedDelay(() -> trying(this::sweep), 0, 1, TimeUnit.HOURS);
        sweeper.scheduleWithFixedDelay(() -> trying(this::tidy), 0, 1, TimeUnit.DAYS);
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) FilesForgotten forgotten) {
        sweeper.execute(() -> trying(this::sweep));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** The next round comes in any case. */
    private static void trying(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException | Error failure) {
            Failures.log(LOG, "Could not remove files; the next try comes later", failure);
        }
    }

    private void sweep() throws IOException {
        long since = clock.millis() - UNUSED.toMillis();
        List<UUID> some = attachments.abandoned(since, PIECE);
        while (!some.isEmpty() && !sweeper.isShutdown()) {
            for (UUID id : some) {
                if (attachments.remove(id, since)) {
                    folder.delete(id);
                }
            }
            some = attachments.abandoned(since, PIECE);
        }
    }

    private void tidy() throws IOException {
        folder.tidy(clock.instant().minus(UNUSED), attachments::known);
    }

    /** Stops at once; the next start removes the rest. */
    void stop(@Observes Stopping stopping) {
        sweeper.shutdownNow();
    }
}
