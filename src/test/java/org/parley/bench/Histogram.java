package org.parley.bench;

/** Times in nanoseconds, in 64 steps for each power of two of microseconds: off by less than 1.6 %. */
final class Histogram {
    private static final int STEPS = 64;
    private static final int SLOTS = STEPS * 40;

    private final long[] counts = new long[SLOTS];
    private long count;
    private long most;

    void add(long nanos) {
        count++;
        most = Math.max(most, nanos);
        counts[slot(nanos / 1000)]++;
    }

    private static int slot(long micros) {
        if (micros < STEPS) {
            return (int) Math.max(0, micros);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(micros) - 6;
        return Math.min(SLOTS - 1, (exponent + 1) * STEPS + (int) ((micros >> exponent) - STEPS));
    }

    long count() {
        return count;
    }

    double mostMillis() {
        return most / 1e6;
    }

    /** @return 0 if there is none */
    double millis(double quantile) {
        long wanted = Math.min(count - 1, (long) (quantile * count));
        long passed = 0;
        for (int slot = 0; slot < SLOTS && count > 0; slot++) {
            passed += counts[slot];
            if (passed > wanted) {
                return Math.min(middle(slot), most / 1e3) / 1e3;
            }
        }
        return mostMillis();
    }

    private static double middle(int slot) {
        if (slot < STEPS) {
            return slot + 0.5;
        }
        long width = 1L << (slot / STEPS - 1);
        return (STEPS + slot % STEPS) * (double) width + width / 2.0;
    }
}
