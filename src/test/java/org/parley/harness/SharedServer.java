package org.parley.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one server that all tests use that do not have to break theirs: a start takes longer than most tests. */
public final class SharedServer {
    /** Of a server that runs already, with rate limits off and root as its admin; to try one test again and again. */
    private static final Integer PORT = Integer.getInteger("parley.test.port");

    private static RunningServer server;

    private SharedServer() {}

    public static synchronized RunningServer get() {
        if (server == null && PORT != null) {
            server = RunningServer.startedAt(PORT);
        }
        if (server == null) {
            server = RunningServer.prepare("shared", folder("shared"), TestDatabase.fresh());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.start();
        }
        return server;
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
