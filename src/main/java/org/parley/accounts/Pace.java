package org.parley.accounts;

import java.util.concurrent.TimeUnit;

/** How fast something comes. */
final class Pace {
    /** Nobody is slow before this has passed. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long OCTETS_A_SECOND = 16 * 1024;

    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final long began;
    private long octets;
    private long lastCame;

    /** @param now in nanoseconds, as {@code System.nanoTime()} has them */
    Pace(long now) {
        began = now;
        lastCame = now;
    }

    void came(int more, long now) {
        octets += more;
        lastCame = now;
    }

    /** Whether it has begun more than a second ago and has come with less than 16 KiB a second since. */
    boolean slow(long now) {
        long nanos = now - began;
        return nanos > GRACE_NANOS && octets < OCTETS_A_SECOND * nanos / TimeUnit.SECONDS.toNanos(1);
    }

    /** Whether nothing at all has come for half a minute. */
    boolean silent(long now) {
        return now - lastCame > SILENT_NANOS;
    }
}
