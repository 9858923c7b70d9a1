package org.parley.bench;

/** Messages at a fixed rate. */
final class Sending {
    /** What is overdue goes out in runs of this many, between which the loop turns. */
    private static final int RUN = 16;

    private Sending() {}

    static void atRate(Crowd crowd, long from, double rate, double seconds) {
        long count = Math.round(rate * seconds);
        for (long i = 0; i < count && crowd.ready() > 0; ) {
            long due = from + (long) (i * 1e9 / rate);
            if (System.nanoTime() >= due) {
                crowd.speaker().say(due);
                if (++i % RUN != 0) {
                    continue;
                }
            }
            crowd.turn(from + (long) (i * 1e9 / rate));
        }
    }
}
