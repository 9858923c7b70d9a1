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
 * A server with a database and a folder of files of its own, and with wires before and behind it, that tests break.
 * They share it, because a start takes longer than most tests. Each test repairs what it broke.
 */
public final class Breakable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Breakable one;

    private final Path data = SharedServer.folder("faults").toAbsolutePath();
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
        server = RunningServer.prepare("faults", data, database == null ? Map.of() : ofDatabase())
                .set("PARLEY_FILES_DIR", files().toString())
                .set("PARLEY_IMPORTS_MAX_SIZE", "20 MiB")
                .deploying(withHook());
        toServer = Wire.to(server.port());
    }

    private Map<String, String> ofDatabase() {
        return MariaDb.settings(toDatabase.port(), databaseName);
    }

    /** Adds one file to a copy, because to compress the whole archive again takes seconds. */
    private Path withHook() {
        String hook = HaltingAfterCommit.class.getSimpleName() + ".class";
        Path war = data.resolve("parley.war");
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
    public static synchronized Breakable get() {
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

    public RunningServer server() {
        return server;
    }

    /** The server's data, and its database if that is not on the network. */
    public Path data() {
        return data;
    }

    /** The folder of files, in a folder of its own, so that a test can mount another disk there. */
    public Path files() {
        return data.resolve("disk").resolve("files");
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
