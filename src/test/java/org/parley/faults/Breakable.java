package org.parley.faults;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.parley.harness.Cast;
import org.parley.harness.MariaDb;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.TestDatabase;
import org.parley.harness.Waiting;
import org.parley.harness.Wire;

/**
 * A server with a database of its own and wires before and behind it, for the tests of this package to break in turn: a
 * start takes longer than most of them. Each mends what it broke.
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
            // In plain, so that a wire can tell a COMMIT when it sees one.
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

    private static Path withHook(Path folder) {
        Path war = folder.toAbsolutePath().resolve("parley.war");
        ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/parley.war"))
                .addClass(HaltingAfterCommit.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    /** It runs, and serves. */
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

    /** Both probes say that it can do its work. */
    void awaitReady() {
        long began = System.nanoTime();
        Waiting.until("the server is ready", PATIENCE, this::ready);
        Measured.print("Ready again", began);
    }

    /** Both probes say that it cannot. */
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

    /** Only where the database is beyond a network. */
    MariaDb database() {
        return database;
    }

    String databaseName() {
        return databaseName;
    }

    Wire toDatabase() {
        return toDatabase;
    }

    /** For clients that are to be cut off; the others reach the server directly. */
    Wire toServer() {
        return toServer;
    }
}
