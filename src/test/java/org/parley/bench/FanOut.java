package org.parley.bench;

/** A: one room, messages at a fixed rate, and everybody receives each message. */
record FanOut(double rate) implements Workload {
    private static final double PATIENCE = 20;

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = bed.enteredCrowd(settings.members(), 1)) {
            bed.warmByFanOut(crowd);
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                bed.quiet(crowd);
                Window window = Window.atRate(crowd, bed.machine(), rate, settings.seconds(), PATIENCE);
                bed.record(Figures.of(bed, crowd, "A", repetition)
                        .window(rate, settings.seconds(), window)
                        .with("closed", crowd.closed())
                        .line());
                crowd.turnsFor(1);
            }
        }
    }
}
