package org.parley.problems;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Logs a task that fails repeatedly: the second failure in a row, and then one a minute. A single failure is usual, and
 * the same trace four times a second would fill the disk. An {@code Error} is logged at once.
 */
public final class LastingFailure {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;
    private int failures;
    private boolean told;
    private long toldAt;

    /** @param what the log line: what fails, and what follows from it */
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

    /** An {@code Error} is logged at the first time, because it does not pass by itself. */
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
