package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;

/** SIGTERM under load, as when a new version is deployed. */
@Tag("long")
class StopIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();

    @Test
    void a_server_that_is_stopped_under_load_says_so_and_loses_nothing() throws Exception {
        Traffic traffic = new Traffic(broken.server(), UnaryOperator.identity())
                .in("first")
                .in("second");
        for (int i = 0; i < 3; i++) {
            traffic.flow(200);
            try (LiveSocket idle = cast.root().socket()) {
                long began = System.nanoTime();
                broken.server().stop();
                Measured.print("Stopped under load", began);
                assertTrue(Set.of(1001, 1012).contains(idle.closeCode()));
            }
            broken.server().start();
            traffic.flow(1);
            traffic.look();
        }
        Measured.print("Stopped three times under load: " + traffic.end());
        traffic.bareFailures().stream().limit(5).forEach(Measured::print);
    }
}
