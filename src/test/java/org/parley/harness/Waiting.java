package org.parley.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for things that nothing announces, such as an open port. Only this class polls. */
public final class Waiting {
    private static final long BETWEEN_MILLIS = 100;

    private Waiting() {}

    /** @param what the awaited state, for the failure's message */
    public static void until(String what, Duration patience, BooleanSupplier state) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s in vain until " + what);
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
