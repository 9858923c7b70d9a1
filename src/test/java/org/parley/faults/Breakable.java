package org.parley.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.parley.harness.Cast;
import org.parley.harness.MariaDb;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.TestDatabase;
import org.parley.harness.Waiting;
import org.parley.harness.Wire;

/**
 * A server with a database of its own, and with wires before and behind it that the tests of this package break. The
 * tests share it, because a start takes longer than most tests. Each test repairs what it broke.
 */
final class Breakable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Breakable one;

    private final MariaDb database;
    private final String databaseName;
    private final Wire toDatabase;
    private final RunningServer server;
    private final Wire toServer;

    private Breakable() {
        if (TestDatabase.isMariaDb()) {
            // Without TLS, so that a wire can recognise a COMMIT.
            database = MariaDb.installed("--skip-ssl").start();
            databaseName = database.create();
            toDatabase = Wire.to(database.port());
        } else {
            database = null;
            databaseName = null;
            toDatabase = null;
        }
        Path folder = SharedServer.folder("faults");
        server = RunningServer.prepare("faults", folder, settings()).deploying(withHook(folder));
        toServer = Wire.to(server.port());
    }

    private Map<String, String> settings() {
        return database == null ? Map.of() : MariaDb.settings(toDatabase.port(), databaseName);
    }

    /** Adds one file to a copy, because to compress the whole archive again takes seconds. */
    private static Path withHook(Path folder) {
        String hook = HaltingAfterCommit.class.getSimpleName() + ".class";
        Path war = folder.toAbsolutePath().resolve("parley.war");
        try (InputStream compiled = HaltingAfterCommit.class.getResourceAsStream(hook)) {
            Files.copy(RunningServer.BUILT, war);
            try (FileSystem archive = FileSystems.newFileSystem(war)) {
                Path classes = Files.createDirectories(archive.getPath("WEB-INF/classes/org/parley/faults"));
                Files.copy(compiled, classes.resolve(hook));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return war;
    }

    /** Returns the server, running and ready. */
    static synchronized Breakable get() {
        if (one == null) {
            one = new Breakable();
            Runtime.getRuntime().addShutdownHook(new Thread(one.server::close));
        }
        if (!one.server.alive()) {
            one.server.start();
        }
        return one;
    }

    /** Waits until both probes say that it can work. */
    void awaitReady() {
        long began = System.nanoTime();
        Waiting.until("the server is ready", PATIENCE, this::ready);
        Measured.print("Ready again", began);
    }

    /** Waits until both probes say that it cannot work. */
    void awaitUnready() {
        long began = System.nanoTime();
        Waiting.until("the server says that it is not ready", PATIENCE, () -> health() == 503);
        Waiting.until("the server's own probe says so", PATIENCE, () -> server.get("health/ready")
                .contains("DOWN"));
        Measured.print("Known not to be ready", began);
    }

    private boolean ready() {
        return health() == 200 && !server.get("health/ready").contains("DOWN");
    }

    private int health() {
        return new Rest(server.base(), null).get("health").status();
    }

    RunningServer server() {
        return server;
    }

    Cast cast() {
        return new Cast(server);
    }

    /** Only if the database is on the network. */
    MariaDb database() {
        return database;
    }

    String databaseName() {
        return databaseName;
    }

    Wire toDatabase() {
        return toDatabase;
    }

    /** For clients that the test cuts off; others reach the server directly. */
    Wire toServer() {
        return toServer;
    }
}
