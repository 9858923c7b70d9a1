package org.parley.departures;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.parley.accounts.AccountDeleted;
import org.parley.problems.LastingFailure;
import org.parley.rooms.DepartingMembers;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Takes deleted accounts out of their rooms in the background. A server that starts goes on where another one stopped.
 * It looks again for some minutes: a request of the person that was under way may have joined a room.
 */
@ApplicationScoped
class FinishingDepartures {
    private static final Logger LOG = System.getLogger(FinishingDepartures.class.getName());
    /** Longer than any request takes. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(3);

    private static final long AGAIN_SECONDS = 5;
    private static final long LOOK_SECONDS = 60;

    @Inject
    Departures departures;

    @Inject
    DepartingMembers members;

    @Inject
    Threads threads;

    @Inject
    Clock clock;

    private final LastingFailure trouble =
            new LastingFailure(LOG, "A deleted account is still in a room; the next try comes soon");
    private ScheduledExecutorService timer;
    /** Whether the next try is planned. Only the timer's thread uses it. */
    private boolean again;

    /** After everything that tells people about rooms. */
    void begin(@Observes @Priority(Starting.LIVE + 1) Starting starting) {
        timer = threads.timer("parley-departures");
        timer.scheduleWithFixedDelay(this::finishAll, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        timer.execute(() -> trying(() -> leave(deleted.accountId())));
    }

    private void finishAll() {
        trying(() -> {
            boolean left = true;
            for (Departure departure : departures.all()) {
                left &= finish(departure);
            }
            return left;
        });
    }

    /** @param work says whether it left nothing to do */
    private void trying(BooleanSupplier work) {
        boolean done = false;
        try {
            done = work.getAsBoolean();
        } catch (RuntimeException | Error troubled) {
            trouble.failed(troubled);
        }
        if (done) {
            trouble.succeeded();
        } else if (!again && !timer.isShutdown()) {
            again = true;
            timer.schedule(this::tryAgain, AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void tryAgain() {
        again = false;
        finishAll();
    }

    private boolean finish(Departure departure) {
        boolean left = leave(departure.accountId());
        if (left && departure.begunAt().plus(UNDER_WAY).isBefore(clock.instant())) {
            departures.end(departure.accountId());
        }
        return left;
    }

    /** @return whether the account has left every room */
    private boolean leave(long account) {
        boolean left = true;
        SortedSet<Long> some = members.rooms(account, 0);
        while (!some.isEmpty() && !timer.isShutdown()) {
            for (long room : some) {
                left &= depart(room, account);
            }
            some = members.rooms(account, some.last());
        }
        departures.forget(account);
        return left && !timer.isShutdown();
    }

    /** A room that is locked for long does not hold up the others. @return whether the account has left it */
    private boolean depart(long room, long account) {
        try {
            members.depart(room, account);
            return true;
        } catch (RuntimeException | Error troubled) {
            trouble.failed(troubled);
            return false;
        }
    }

    /** Stops at once; the next start goes on. */
    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        timer.shutdownNow();
    }
}
