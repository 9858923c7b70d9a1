package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of the database under load. It then starts again with the data that it had flushed. */
@Tag("networked")
class DatabaseKilledIT {
    /** The most bytes of log for one outage, during which some thousand requests fail. */
    private static final long MOST_TOLD = 1 << 20;

    private final Breakable broken = Breakable.get();

    @Test
    @Tag("thorough")
    void what_was_acknowledged_survives_a_killed_database_and_everybody_catches_up() throws Exception {
        kill(1);
    }

    @Test
    @Tag("long")
    void it_may_be_killed_again_and_again() throws Exception {
        kill(10);
    }

    private void kill(int times) throws Exception {
        Traffic traffic = new Traffic(broken.server(), UnaryOperator.identity())
                .in("first")
                .in("second");
        long log = Files.size(broken.server().log());
        for (int i = 0; i < times; i++) {
            traffic.flow(100);
            broken.database().kill();
            try {
                broken.awaitUnready();
            } finally {
                broken.database().start();
            }
            broken.awaitReady();
            traffic.flow(1);
            traffic.look();
        }
        Ledger.Figures figures = traffic.end();
        assertEquals(List.of(), traffic.bareFailures(), "the server itself lived, and said what it could not do");
        long told = Files.size(broken.server().log()) - log;
        assertTrue(told < times * MOST_TOLD, "it wrote " + told + " bytes into its log, which fills a disk");
        Measured.print(times + " kills of the database: " + figures);
    }
}
