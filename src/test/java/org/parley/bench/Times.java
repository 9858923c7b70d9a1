package org.parley.bench;

import org.HdrHistogram.Histogram;

/** Times in nanoseconds, each to three digits. */
final class Times extends Histogram {
    private static final int DIGITS = 3;
    private static final long SHORTEST = 1000;
    private static final long LONGEST = 3_600_000_000_000L;

    /** Made at its full size: one that grows would stop the load while it copies itself. */
    Times() {
        super(SHORTEST, LONGEST, DIGITS);
    }

    void add(long nanos) {
        recordValue(Math.min(nanos, LONGEST));
    }

    double mostMillis() {
        return getMaxValue() / 1e6;
    }

    /** @return 0 if there is none */
    double millis(double quantile) {
        return getValueAtPercentile(quantile * 100) / 1e6;
    }
}
