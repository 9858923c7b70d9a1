package org.parley.faults;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Wire;

/** The network breaks again and again while everybody is active. */
@Tag("once")
class FlappingIT {
    private final Breakable broken = Breakable.get();

    @Test
    @Tag("thorough")
    void who_is_cut_off_again_and_again_misses_nothing_and_sees_nothing_twice() throws Exception {
        flap(6, 20);
    }

    @Test
    @Tag("long")
    void a_hundred_cuts_in_a_minute_change_nothing() throws Exception {
        flap(100, 50);
    }

    @Test
    @Tag("long")
    void who_is_delayed_half_closed_or_left_in_silence_misses_nothing_either() throws Exception {
        Wire wire = broken.toServer();
        Traffic traffic = new Traffic(broken.server(), person -> person.by(wire))
                .in("first")
                .inPrivate();
        traffic.flow(20);
        wire.delay(Duration.ofMillis(150));
        traffic.flow(20);
        wire.delay(Duration.ZERO);
        wire.halfClose();
        traffic.flow(20);
        wire.swallow();
        traffic.speak(10);
        wire.mend();
        wire.cut();
        traffic.flow(20);
        Measured.print("Delayed, half-closed, silenced: " + traffic.end());
    }

    private void flap(int cuts, int messagesBetween) throws Exception {
        Traffic traffic = new Traffic(broken.server(), person -> person.by(broken.toServer()))
                .in("first")
                .in("second")
                .inPrivate();
        long began = System.nanoTime();
        for (int i = 0; i < cuts; i++) {
            traffic.flow(messagesBetween);
            broken.toServer().cut();
        }
        Measured.print(cuts + " cuts", began);
        Measured.print("Cut off " + cuts + " times: " + traffic.end());
    }
}
