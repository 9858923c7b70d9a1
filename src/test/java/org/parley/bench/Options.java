package org.parley.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of bin/bench.
 *
 * @param base the address of a running server, with a slash at its end; {@code null} to start one for each workload
 * @param server the process ids of the server
 * @param database the process ids of its database
 */
record Options(
        URI base,
        List<Long> server,
        List<Long> database,
        boolean mariaDb,
        Path out,
        String label,
        List<String> workloads) {

    static Options of(String[] arguments) {
        URI base = null;
        List<Long> server = List.of();
        List<Long> database = List.of();
        boolean mariaDb = false;
        Path out = Path.of("target", "bench");
        String label = "parley";
        List<String> workloads = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--pid" -> server = pids(arguments[++i]);
                case "--db-pid" -> database = pids(arguments[++i]);
                case "--database" -> mariaDb = isMariaDb(arguments[++i]);
                case "--out" -> out = Path.of(arguments[++i]);
                case "--label" -> label = arguments[++i];
                default -> {
                    if (arguments[i].startsWith("http")) {
                        base = URI.create(arguments[i].replaceAll("/+$", "") + "/");
                    } else {
                        workloads.add(arguments[i]);
                    }
                }
            }
        }
        return new Options(base, server, database, mariaDb, out, label, workloads);
    }

    private static List<Long> pids(String text) {
        return List.of(text.split(",")).stream().map(Long::valueOf).toList();
    }

    private static boolean isMariaDb(String name) {
        if (!name.equals("mariadb") && !name.equals("embedded")) {
            throw new IllegalArgumentException("--database is embedded or mariadb, not " + name);
        }
        return name.equals("mariadb");
    }
}
