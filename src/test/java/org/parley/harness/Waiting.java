package org.parley.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Nothing tells when a port opens or a user counts as gone; this is the one place that asks again and again. */
public final class Waiting {
    private static final long BETWEEN_MILLIS = 100;

    private Waiting() {}

    /** @param what is waited for, as the failure is to say it */
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
