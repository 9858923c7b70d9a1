package org.parley.bench;

/**
 * D: one room, and the highest sustained rate. The rate is raised until it is not sustained, then bisected in the
 * logarithm until it is known to 10 %. A rate is sustained if all messages arrive, the p99 stays within 500 ms, and the
 * rest after the window arrives at once.
 */
record HighestFanOut() implements Workload {
    private static final double RAISE = 1.6;
    private static final double RESOLUTION = 1.1;
    private static final double SLOWEST_P99_MILLIS = 500;
    private static final double LONGEST_DRAIN = 0.25;
    private static final double PATIENCE = 30;
    private static final int MOST_STEPS = 16;
    /** CPUs of others beyond which a step that was not sustained is tried again, twice at most. */
    private static final double DISTURBED = 0.15;

    /** The best step. */
    private record Step(double rate, Window window) {}

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = bed.enteredCrowd(settings.members(), 1)) {
            bed.warmByFanOut(crowd);
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                Step best = search(bed, crowd);
                Figures figures = Figures.of(bed, crowd, "D", repetition);
                if (best == null) {
                    figures.with("error", "no rate sustained");
                } else {
                    figures.window(best.rate, settings.searchSeconds(), best.window);
                }
                bed.record(figures.with("closed", crowd.closed()).line());
            }
        }
    }

    private static Step search(Bed bed, Crowd crowd) {
        Step good = null;
        double bad = 0;
        double rate = bed.settings().firstRate();
        for (int step = 0; step < MOST_STEPS; step++) {
            Window window = tried(bed, crowd, rate);
            if (sustained(window)) {
                good = new Step(rate, window);
            } else {
                bad = rate;
            }
            // After a loss nothing is worth measuring; and nobody is interested in less than one.
            boolean known = good != null && bad > 0 && bad / good.rate < RESOLUTION;
            if (known || rate < 1 || window.tally().delivered < window.expected()) {
                break;
            }
            rate = bad == 0 ? rate * RAISE : good == null ? rate / RAISE : Math.sqrt(good.rate * bad);
        }
        return good;
    }

    private static Window tried(Bed bed, Crowd crowd, double rate) {
        Window window = null;
        boolean disturbed = true;
        for (int attempt = 0; attempt < 3 && disturbed; attempt++) {
            crowd.turnsFor(0.5);
            bed.quiet(crowd);
            window = Window.atRate(crowd, bed.machine(), rate, bed.settings().searchSeconds(), PATIENCE);
            disturbed = window.complete()
                    && !sustained(window)
                    && Machine.others(window.before(), window.after()) > DISTURBED;
            System.err.printf(
                    "  %.1f a second: p99 %.1f ms, drained in %.2f s, %s%n",
                    rate,
                    window.tally().latency.millis(.99),
                    window.drainSeconds(),
                    sustained(window) ? "sustained" : disturbed ? "disturbed" : "not sustained");
        }
        return window;
    }

    private static boolean sustained(Window window) {
        return window.complete()
                && window.tally().latency.millis(.99) <= SLOWEST_P99_MILLIS
                && window.drainSeconds() <= LONGEST_DRAIN;
    }
}
