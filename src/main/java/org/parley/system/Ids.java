package org.parley.system;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * New ids for rows, made without asking the database: 41 bits of milliseconds since 2025, then 22 random bits. Later ids
 * are greater, so that rows stay together on disk; two of one millisecond meet once in four million pairs, and then the
 * primary key refuses the second.
 */
public final class Ids {
    private static final long EPOCH = 1_735_689_600_000L;
    private static final int RANDOM_BITS = 22;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Always positive. */
    public static long next(Clock clock) {
        return (clock.millis() - EPOCH) << RANDOM_BITS | RANDOM.nextInt(1 << RANDOM_BITS);
    }
}
