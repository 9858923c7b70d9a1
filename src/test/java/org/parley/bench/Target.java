package org.parley.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.harness.RunningServer;
import org.parley.harness.TestDatabase;

/** The server under load: one that already runs, or one that was started for this workload and ends with it. */
final class Target implements AutoCloseable {
    private static final String NAMED = "bench-named-database";

    private final URI base;
    private final List<Long> databases;
    private final Own own;
    private Machine machine;

    private Target(URI base, List<Long> servers, List<Long> databases, Own own) {
        this.base = base;
        this.databases = databases;
        this.machine = new Machine(servers, databases);
        this.own = own;
    }

    /** A server that was started here, with its data folder and how it reaches its database. */
    private record Own(RunningServer server, Path data, Map<String, String> settings) {
        Connection connection() throws SQLException {
            String url = settings.get("PARLEY_DB_URL");
            if (url == null) {
                return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("parley") + ";MODE=MySQL", "sa", "");
            }
            String known = url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
            return DriverManager.getConnection(
                    known + (known.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true",
                    settings.get("PARLEY_DB_USER"),
                    settings.get("PARLEY_DB_PASSWORD"));
        }
    }

    /** What is done to a database. */
    interface Change {
        void in(Connection database) throws SQLException;
    }

    static Target of(Options options) {
        if (options.base() != null) {
            return new Target(options.base(), options.server(), options.database(), null);
        }
        Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
        // As people run it, and not as the tests do, which want a quick start.
        settings.put("JAVA_OPTS", System.getenv().getOrDefault("JAVA_OPTS", ""));
        Path data = folder().toAbsolutePath();
        RunningServer server = RunningServer.prepare("bench", data, settings);
        // Who interrupts a run wants its server to end too.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        List<Long> databases = options.mariaDb() ? databases() : options.database();
        settings.putAll(System.getenv());
        return new Target(server.base(), List.of(server.pid()), databases, new Own(server, data, settings));
    }

    /** Its own for each, but one for all on a database that is named: it knows the signing key, which lies there. */
    private static Path folder() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers"));
            if (System.getenv("PARLEY_DB_URL") != null) {
                return Files.createDirectories(parent.resolve(NAMED));
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

    /** @throws IllegalStateException if the server was not started here: then nothing here may stop it */
    private Own own() {
        if (own == null) {
            throw new IllegalStateException("This workload stops the server, so it needs one of its own");
        }
        return own;
    }

    /** Stops the server, changes its database, and starts it again without the index of its search. */
    void whileDown(Change change) {
        own().server().stop();
        try (Connection database = own.connection()) {
            change.in(database);
            removeIndex();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("The database could not be changed", failure);
        }
        own.server().start();
        machine = new Machine(List.of(own.server().pid()), databases);
    }

    private void removeIndex() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** The folder of the search. */
    Path index() {
        return own().data().resolve("search");
    }

    /** What the server has logged. */
    String log() {
        try {
            return Files.readString(own().server().log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a server of its own has written goes too; uploads are gigabytes. Its log stays. */
    @Override
    public void close() {
        if (own != null) {
            own.server().stop();
            if (!NAMED.equals(own.data().getFileName().toString())) {
                remove(own.data());
            }
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
