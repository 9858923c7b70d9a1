package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.Waiting;

/**
 * The disk of the embedded database is full for a while. Without the right to mount, the test is skipped and says so.
 */
@Tag("long")
@Tag("embedded")
class DiskFullIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FULL = Duration.ofSeconds(5);
    private static final int MEGABYTE = 1 << 20;

    private final Path disk = SharedServer.folder("disk").toAbsolutePath();
    private final Path ballast = disk.resolve("ballast");
    private final RunningServer server = RunningServer.prepare("disk", disk, Map.of());

    @AfterEach
    void unmount() throws Exception {
        server.close();
        shell("umount -l " + disk);
    }

    @Test
    void a_full_disk_makes_nothing_false_and_room_on_it_makes_all_well() throws Exception {
        assumeTrue(shell("mount -t tmpfs -o size=512m tmpfs " + disk) == 0, "mounting is not allowed here");
        server.start();
        Traffic traffic = new Traffic(server, UnaryOperator.identity()).in("first");
        traffic.flow(100);
        fill();
        long began = System.nanoTime();
        Waiting.until("somebody is told of it", PATIENCE, traffic::troubled);
        Measured.print("The disk was full, and somebody was told", began);
        stayFull();
        Files.delete(ballast);
        long room = System.nanoTime();
        Waiting.until("the server is ready", PATIENCE, this::ready);
        Measured.print("Ready again", room);
        traffic.flow(100);
        traffic.look();
        Measured.print("All flows again", room);
        assertTrue(System.nanoTime() - room < PATIENCE.toNanos(), "soon enough");
        assertTrue(server.alive());
        Measured.print("A disk was full: " + traffic.end());
        assertEquals(List.of(), traffic.bareFailures());
        server.stop();
        server.start();
        traffic.look();
    }

    /** Clients try again and again meanwhile, so that the database opens and fails many times. */
    private void stayFull() {
        long end = System.nanoTime() + FULL.toNanos();
        Waiting.until("that time is over", PATIENCE, () -> {
            assertFalse(ready(), "no server is ready that cannot keep what is said");
            return System.nanoTime() > end;
        });
    }

    private boolean ready() {
        return new Rest(server.base(), null).get("health").status() == 200;
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[MEGABYTE]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(ballast) > MEGABYTE, "filled");
        }
    }

    private static int shell(String command) throws Exception {
        return new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
    }
}
