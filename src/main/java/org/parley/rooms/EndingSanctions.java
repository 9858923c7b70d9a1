package org.parley.rooms;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.problems.LastingFailure;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;
import org.parley.system.Transactions;

/**
 * Ends bans and mutes when their time is over. It looks once a minute for those that end within the next minute,
 * because other servers impose sanctions too and may be gone when they end.
 */
@ApplicationScoped
class EndingSanctions {
    private static final Logger LOG = System.getLogger(EndingSanctions.class.getName());
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    @Inject
    Sanctions sanctions;

    @Inject
    ModeratingMembers moderating;

    @Inject
    Rooms rooms;

    @Inject
    Transactions transactions;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    private final LastingFailure unseen =
            new LastingFailure(LOG, "Could not find the bans and mutes that are over; the next look comes in a minute");
    private final LastingFailure unended =
            new LastingFailure(LOG, "Could not end a ban or mute whose time is over; the next try comes soon");
    private ScheduledExecutorService timer;

    void begin(@Observes @Priority(Starting.FEATURES) Starting starting) {
        timer = threads.timer("parley-sanctions");
        timer.scheduleWithFixedDelay(this::look, 0, AHEAD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void imposed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SanctionImposed imposed) {
        if (imposed.until().isBefore(clock.instant().plus(AHEAD))) {
            endAt(imposed.key(), imposed.until());
        }
    }

    private void look() {
        try {
            sanctions.overBy(clock.instant().plus(AHEAD)).forEach(due -> endAt(due.key(), due.until()));
            unseen.succeeded();
        } catch (RuntimeException | Error troubled) {
            unseen.failed(troubled);
        }
    }

    private void endAt(Sanction.Key key, Instant until) {
        // One millisecond later, because the end is stored in whole milliseconds.
        long wait = Math.max(0, Duration.between(clock.instant(), until).toMillis() + 1);
        timer.schedule(() -> end(key), wait, TimeUnit.MILLISECONDS);
    }

    /** Does nothing if the sanction was lifted, ended or imposed again meanwhile. */
    private void end(Sanction.Key key) {
        try {
            transactions.run(() -> rooms.lock(key.roomId()).ifPresent(room -> moderating.endIfOver(room, key)));
        } catch (RuntimeException | Error troubled) {
            // Success is never reported here, because another sanction's end would reset this failure.
            unended.failed(troubled);
            timer.schedule(() -> end(key), NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes Stopping stopping) {
        timer.shutdownNow();
    }
}
