package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.harness.RunningServer;
import org.parley.harness.TestDatabase;

/** The server under load: one that already runs, or one that was started for this workload and ends with it. */
final class Target implements AutoCloseable {
    private final URI base;
    private final Machine machine;
    private final RunningServer own;

    private Target(URI base, Machine machine, RunningServer own) {
        this.base = base;
        this.machine = machine;
        this.own = own;
    }

    static Target of(Options options) {
        if (options.base() != null) {
            return new Target(options.base(), new Machine(options.server(), options.database()), null);
        }
        Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
        // As people run it, and not as the tests do, which want a quick start.
        settings.put("JAVA_OPTS", System.getenv().getOrDefault("JAVA_OPTS", ""));
        RunningServer server = RunningServer.prepare("bench", folder(), settings);
        // Who interrupts a run wants its server to end too.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        List<Long> database = options.mariaDb() ? databases() : options.database();
        return new Target(server.base(), new Machine(List.of(server.pid()), database), server);
    }

    /** Its own for each, but one for all on a database that is named: it knows the signing key, which lies there. */
    private static Path folder() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers"));
            if (System.getenv("PARLEY_DB_URL") != null) {
                return Files.createDirectories(parent.resolve("bench-named-database"));
            }
            return Files.createTempDirectory(parent, "bench-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The database was started by this process, which is told no process id of it. */
    private static List<Long> databases() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").matches(".*/(mariadbd|mysqld)"))
                .map(ProcessHandle::pid)
                .toList();
    }

    URI base() {
        return base;
    }

    Machine machine() {
        return machine;
    }

    @Override
    public void close() {
        if (own != null) {
            own.stop();
        }
    }
}
