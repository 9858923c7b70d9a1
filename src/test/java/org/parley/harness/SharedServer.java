package org.parley.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Servers that tests share, because a start takes longer than most tests. */
public final class SharedServer {
    /** The port of a running server with rate limits off and root as its administrator, for repeating one test. */
    private static final Integer PORT = Integer.getInteger("parley.test.port");

    private static RunningServer server;
    private static RunningServer other;

    private SharedServer() {}

    /** For all tests that do not stop the server and do not need to be alone. */
    public static synchronized RunningServer get() {
        if (server == null && PORT != null) {
            server = RunningServer.startedAt(PORT);
        }
        if (server == null) {
            server = prepare("shared").start();
        }
        return server;
    }

    /**
     * For tests that stop the server. It runs the built archive, even if a test has replaced it.
     */
    public static synchronized RunningServer other() {
        if (other == null) {
            other = prepare("other");
        }
        if (!other.alive()) {
            other.deploying(RunningServer.BUILT).start();
        }
        return other;
    }

    private static RunningServer prepare(String name) {
        RunningServer prepared = RunningServer.prepare(name, folder(name), TestDatabase.fresh());
        Runtime.getRuntime().addShutdownHook(new Thread(prepared::close));
        return prepared;
    }

    /** A new folder for a server's data. */
    public static Path folder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers"));
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
