package org.parley.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.RunningServer;
import org.parley.harness.TestDatabase;

/**
 * {@code kill -9} of the server at random moments, with writers at about two hundred messages a second, and listeners
 * who come back with {@code since}. A killed process is no power cut: data that the system accepted still reaches the
 * disk.
 */
@Tag("long")
@Tag("once")
class KillIT {
    private static final int KILLS = Integer.getInteger("parley.kills", 6);
    /** The most messages of a room between two kills: two or three seconds of traffic. */
    private static final int MOST_BETWEEN = 250;

    private final RunningServer server = Breakable.get().server();

    @Test
    void nothing_acknowledged_is_lost_doubled_or_renumbered_however_often_the_server_is_killed() throws Exception {
        Traffic traffic =
                new Traffic(server, UnaryOperator.identity()).in("first").in("second");
        for (int kill = 1; kill <= KILLS; kill++) {
            killAndStart(kill, traffic);
            traffic.look();
            report(kill, traffic);
        }
        traffic.end();
    }

    /** Every third kill is followed by a clean stop: this order, not the kill, has destroyed database files. */
    private void killAndStart(int kill, Traffic traffic) {
        traffic.flow(ThreadLocalRandom.current().nextInt(1, MOST_BETWEEN));
        server.kill();
        server.start();
        if (kill % 3 == 0) {
            server.stop();
            server.start();
        }
    }

    private void report(int kills, Traffic traffic) throws IOException {
        String line = kills + " kills on " + TestDatabase.kind() + ": " + traffic.figures() + System.lineSeparator();
        Files.writeString(
                Path.of("target", "kills-" + TestDatabase.kind() + ".txt"),
                line + String.join(System.lineSeparator(), traffic.bareFailures()));
        System.out.print(line);
    }
}
