package org.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.parley.harness.Json;

/** The line that says when and on which machine the following figures were measured. */
final class Environment {
    private Environment() {}

    static ObjectNode line(Options options) {
        return Json.of(
                "label",
                options.label(),
                "work",
                "version",
                "title",
                "Parley, " + database(options),
                "version",
                commit() + ", Java " + Runtime.version().feature(),
                "machine",
                Runtime.getRuntime().availableProcessors() + " CPUs, " + processor(),
                "date",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String database(Options options) {
        String url = System.getenv("PARLEY_DB_URL");
        if (options.base() != null) {
            return "the database it has";
        }
        return options.mariaDb() ? "MariaDB" : url != null ? url.split(":")[1] : "embedded database";
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said = git.inputReader()) {
                String first = said.readLine();
                return git.waitFor() == 0 ? first : "of unknown commit";
            }
        } catch (IOException absent) {
            return "of unknown commit";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "of unknown commit";
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: *", ""))
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException absent) {
            return "unknown processor";
        }
    }
}
