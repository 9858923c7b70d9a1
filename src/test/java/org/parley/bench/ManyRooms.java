package org.parley.bench;

/**
 * B: a hundred rooms of ten members, and each member always has one message in flight. P: as many conversations as N.
 */
record ManyRooms(boolean conversations) implements Workload {
    private static final int MEMBERS_OF_A_ROOM = 10;
    private static final double PATIENCE = 20;

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = conversations
                ? bed.talkingCrowd(settings.members())
                : bed.enteredCrowd(settings.members(), settings.members() / MEMBERS_OF_A_ROOM)) {
            if (settings.warm() > 0) {
                Window.closedLoop(crowd, bed.machine(), settings.warm(), PATIENCE);
            }
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                crowd.turnsFor(1);
                bed.quiet(crowd);
                Window window = Window.closedLoop(crowd, bed.machine(), settings.seconds(), PATIENCE);
                bed.record(Figures.of(bed, crowd, conversations ? "P" : "B", repetition)
                        .window(0, settings.seconds(), window)
                        .with("closed", crowd.closed())
                        .line());
            }
        }
    }
}
