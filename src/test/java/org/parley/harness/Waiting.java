package org.parley.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for things that nothing announces, such as an open port. Only this class polls. */
public final class Waiting {
    /** The first pause, because most states come soon; each next one is twice as long … */
    private static final long SHORTEST_MILLIS = 10;
    /** … up to this. */
    private static final long LONGEST_MILLIS = 100;

    private Waiting() {}

    /** @param what the awaited state, for the failure's message */
    public static void until(String what, Duration patience, BooleanSupplier state) {
        long deadline = System.nanoTime() + patience.toNanos();
        long millis = SHORTEST_MILLIS;
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s in vain until " + what);
            }
            pause(millis);
            millis = Math.min(2 * millis, LONGEST_MILLIS);
        }
    }

    static void pause() {
        pause(LONGEST_MILLIS);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
