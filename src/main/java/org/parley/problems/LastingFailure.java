package org.parley.problems;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Logs work that fails again and again: the second failure in a row, and from then on once a minute. One failure before a
 * success is usual, and the same trace four times a second would fill a disk. An {@code Error} is logged at once.
 */
public final class LastingFailure {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;
    private int failures;
    private boolean told;
    private long toldAt;

    /** @param what says what fails, and what follows from that */
    public LastingFailure(Logger log, String what) {
        this(log, what, System::nanoTime);
    }

    LastingFailure(Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
    }

    public synchronized void succeeded() {
        failures = 0;
    }

    /** An error does not wait for a second one: it does not pass by itself. */
    public synchronized void failed(Throwable failure) {
        failures++;
        if (DatabaseTrouble.outOfReach(failure)) {
            Failures.tellOutage(failure);
        } else if (failure instanceof Error || failures > 1) {
            tell(failure);
        } else {
            log.log(Level.DEBUG, what, failure);
        }
    }

    private void tell(Throwable failure) {
        long now = nanos.getAsLong();
        if (!told || now - toldAt >= EVERY_NANOS) {
            told = true;
            toldAt = now;
            log.log(failure instanceof Error ? Level.ERROR : Level.WARNING, what, failure);
        }
    }
}
