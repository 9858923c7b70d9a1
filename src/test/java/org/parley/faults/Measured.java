package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.harness.RunningServer;
import org.parley.harness.TestDatabase;

/**
 * Prints figures without asserting them, because speed depends on the machine. The heap is asserted, because it does
 * not.
 */
final class Measured {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");

    /** The growth that caches may cause; queues for peers that do not read would be much larger. */
    private static final long FLAT_KIB = 64 << 10;

    /**
     * What requests in progress may take besides: two hashes of 19 MiB, and what waits for 120 sockets that do not
     * read. Each of these holds more than 1 MiB in the first seconds of an attack, and half of that later. The most that was
     * measured is 139 MiB after two seconds, and 65 MiB after twenty-five.
     */
    private static final long BOUNDED_KIB = 192 << 10;

    private Measured() {}

    static void print(String figures) {
        System.out.println("[" + TestDatabase.kind() + "] " + figures);
    }

    static void print(String what, long sinceNanos) {
        print(what + " after "
                + Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() + " ms");
    }

    /**
     * What the server's objects hold, in KiB, without garbage: the histogram is counted in the pause of its own full
     * collection. A busy server fills its young generation, 150 MiB, between two commands.
     */
    static long heap(RunningServer server) {
        Matcher total = TOTAL.matcher(jcmd(server, "GC.class_histogram"));
        assertTrue(total.find(), "jcmd tells of no heap");
        return Long.parseLong(total.group(1)) >> 10;
    }

    static void assertFlat(long before, long after) {
        assertGrown(before, after, FLAT_KIB);
    }

    /** For use during an attack. */
    static void assertBounded(long before, long after) {
        assertGrown(before, after, BOUNDED_KIB);
    }

    private static void assertGrown(long before, long after, long mostKib) {
        print("The heap was " + before + " KiB and is " + after + " KiB");
        assertTrue(after < before + mostKib, () -> "the heap grew from " + before + " to " + after + " KiB");
    }

    /** Mainly connections. */
    static long openFiles(RunningServer server) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return files.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String jcmd(RunningServer server, String command) {
        try {
            String program = System.getProperty("java.home") + "/bin/jcmd";
            Process process = new ProcessBuilder(program, Long.toString(server.pid()), command).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
