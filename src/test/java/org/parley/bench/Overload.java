package org.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;

/**
 * O: twice the sustainable rate, then half of it. It measures how long it takes until times are normal again, and
 * whether an acknowledged message is lost. A client that is cut off comes back with {@code since}, as real clients do.
 */
record Overload(double borne) implements Workload {
    private static final double CALM_SECONDS = 5;
    private static final double LONGEST_RECOVERY = 60;
    private static final double SLICE_SECONDS = 0.5;
    /** So many slices in a row must be normal. */
    private static final int LASTING = 4;
    /** What counts as normal again: twice the p99 from before, and never less than a reader would notice. */
    private static final double NORMAL_TIMES = 2;

    private static final double UNNOTICED_MILLIS = 100;

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = bed.enteredCrowd(settings.members(), 1)) {
            bed.warmByFanOut(crowd);
            crowd.comesBack();
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                bed.quiet(crowd);
                bed.record(repetition(bed, crowd, repetition));
                crowd.turnsFor(1);
            }
        }
    }

    private ObjectNode repetition(Bed bed, Crowd crowd, int repetition) {
        double seconds = bed.settings().seconds();
        double normal = Window.atRate(crowd, bed.machine(), borne / 2, CALM_SECONDS, LONGEST_RECOVERY)
                .tally()
                .latency
                .millis(.99);
        int closedBefore = crowd.closed();
        Tally tally = crowd.beginWindow();
        Sample before = bed.machine().sample();
        Sending.atRate(crowd, System.nanoTime(), 2 * borne, seconds);
        double recovered = recovery(crowd, tally, Math.max(NORMAL_TIMES * normal, UNNOTICED_MILLIS));
        drain(crowd, tally);
        return Figures.of(bed, crowd, "O", repetition)
                .with("rate", 2 * borne)
                .with("secs", seconds)
                .counts(tally, tally.acknowledged * crowd.clients().size())
                .with("lost_acked", lost(crowd))
                .with("unanswered", tally.sent - tally.acknowledged - tally.errors)
                .with("gaps", tally.gaps)
                .with("closed", crowd.closed() - closedBefore)
                .with("normal_p99_ms", normal)
                .with("recovered_s", recovered)
                .with("lat_ms", tally.latency)
                .with("ack_ms", tally.answers)
                .cpu(before, bed.machine().sample(), tally)
                .line();
    }

    /** Of this and all earlier repetitions: nobody forgets. */
    private static long lost(Crowd crowd) {
        return crowd.clients().stream()
                .map(Client::member)
                .mapToLong(member -> DeliveryCheck.lost(member.room(), member.seen()))
                .sum();
    }

    /** @return seconds after the relief from which on times were normal; -1 if they never were */
    private double recovery(Crowd crowd, Tally tally, double limit) {
        long slice = (long) (SLICE_SECONDS * 1e9);
        long relief = System.nanoTime();
        tally.slice(relief, slice);
        int slices = (int) (LONGEST_RECOVERY / SLICE_SECONDS);
        for (int i = 0; i < slices; i++) {
            Sending.atRate(crowd, relief + i * slice, borne / 2, SLICE_SECONDS);
            // A slice is judged when all that was due in it has had the time that counts as normal.
            int judged = i - LASTING - (int) (limit / 1e3 / SLICE_SECONDS);
            if (judged >= 0 && lasting(tally, judged, limit)) {
                return judged * SLICE_SECONDS;
            }
        }
        return -1;
    }

    private static boolean lasting(Tally tally, int from, double limit) {
        for (int i = from; i < from + LASTING; i++) {
            Times slice = tally.slice(i);
            if (slice.getTotalCount() == 0 || slice.millis(.99) > limit) {
                return false;
            }
        }
        return true;
    }

    /** Until nothing has come for a second. */
    private static void drain(Crowd crowd, Tally tally) {
        BooleanSupplier coming = () -> crowd.ready() < crowd.clients().size() || System.nanoTime() - tally.last() < 1e9;
        long deadline = System.nanoTime() + (long) (LONGEST_RECOVERY * 1e9);
        while (coming.getAsBoolean() && System.nanoTime() < deadline) {
            crowd.turn(System.nanoTime() + 100_000_000);
        }
    }
}
