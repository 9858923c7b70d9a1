package org.parley.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Parley as {@code bin/run} starts it, in a process of its own on a free port. It keeps its port, data and settings
 * when it is restarted. The log is {@code target/servers/NAME-DATABASE.log}.
 */
public final class RunningServer implements AutoCloseable {
    public static final Path BUILT = Path.of("target", "parley.war");

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int LOWEST_PORT = 20_000;
    private static final int BEYOND_PORTS = 32_000;
    /**
     * For a short-lived server. With the first compiler only, a start takes half the CPU time, and without the
     * verification of classes another tenth less. As the space for classes grows, each step is a full collection. The
     * server of {@code InsideTheServerIT} verifies them.
     */
    private static final String SHORT_LIVED = "-Xmx512m -XX:MetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
            + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private static final Path LOGS = Path.of("target", "servers");

    private final String name;
    private final int port;
    private final Map<String, String> settings;
    private Path war = BUILT;
    private Process process;

    private RunningServer(String name, int port, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.settings = settings;
    }

    /** A server that is not started yet. @param settings further environment variables, {@code PARLEY_…} */
    public static RunningServer prepare(String name, Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("PARLEY_DATA_DIR", data.toAbsolutePath().toString());
        all.put("PARLEY_RATE_LIMITS", "off");
        // Thousands of people sign in, and no password needs protection.
        all.put("PARLEY_PASSWORD_MEMORY", "64");
        all.put("PARLEY_ADMIN_USERNAME", Cast.ROOT_NAME);
        all.put("PARLEY_ADMIN_PASSWORD", Cast.ROOT_PASSWORD);
        all.put("JAVA_OPTS", SHORT_LIVED);
        all.putAll(settings);
        return new RunningServer(name, freePort(), all);
    }

    /** A server that was started by something else at this port. */
    static RunningServer startedAt(int port) {
        return new RunningServer("foreign", port, Map.of());
    }

    /** Deploys this archive in place of the built one. */
    public RunningServer deploying(Path archive) {
        war = archive;
        return this;
    }

    /** The address, with a slash at its end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The server's answer to a path below its root. */
    public String get(String path) {
        return new Rest(base(), null)
                .send(HttpRequest.newBuilder(base().resolve(path)).build())
                .text();
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process != null && process.isAlive();
    }

    public Path log() {
        return LOGS.resolve(name + "-" + TestDatabase.kind() + ".log");
    }

    /** Sets a variable for the next start. */
    public RunningServer set(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Starts the server, and returns when it is ready. */
    public RunningServer start() {
        launch();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new AssertionError("The server did not start; its log is " + log());
            }
            Waiting.pause();
        }
        return this;
    }

    /** Starts the server without waiting. */
    public Process launch() {
        try {
            Files.createDirectories(LOGS);
            if (process == null) {
                // Remove the log of an earlier run, so that a test reads only this run's.
                Files.deleteIfExists(log());
            }
            ProcessBuilder command = new ProcessBuilder(
                            List.of("bin/run", "--war", war.toString(), "--port", Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()));
            command.environment().putAll(settings);
            process = command.start();
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean ready() {
        try {
            return new Rest(base(), null).get("health").status() == 200;
        } catch (Rest.Unanswered notYet) {
            return false;
        }
    }

    /** Stops it cleanly, as {@code kill PID} does. */
    public void stop() {
        process.destroy();
        if (!ended(STOP_PATIENCE)) {
            throw new AssertionError("The server did not end within " + STOP_PATIENCE);
        }
    }

    /** Kills it, as {@code kill -9 PID} does. */
    public void kill() {
        process.destroyForcibly();
        if (!ended(STOP_PATIENCE)) {
            throw new AssertionError("The server outlived kill -9");
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (alive()) {
            kill();
        }
    }

    /**
     * A port that nobody listens to, below those that the system gives to clients (from 32768 on): otherwise a client
     * could take the port of a server while it is restarted.
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, BEYOND_PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Try another one.
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
