package org.parley.harness;

import java.util.Map;

/**
 * The database for the servers of this test run: the embedded one, a MariaDB of our own
 * ({@code -Dparley.test.database=mariadb}), or the one that {@code PARLEY_DB_URL} names.
 */
public final class TestDatabase {
    private static MariaDb mariaDb;

    private TestDatabase() {}

    public static String kind() {
        return System.getProperty("parley.test.database", "embedded");
    }

    public static boolean isMariaDb() {
        return kind().equals("mariadb");
    }

    /** Settings for a server with an empty database. */
    public static synchronized Map<String, String> fresh() {
        if (!isMariaDb()) {
            // The embedded database is in the server's folder; PARLEY_DB_URL reaches the server without us.
            return Map.of();
        }
        if (mariaDb == null) {
            mariaDb = MariaDb.installed(options()).start();
        }
        return MariaDb.settings(mariaDb.port(), mariaDb.create());
    }

    /** Further options for the command line of our MariaDB. */
    private static String[] options() {
        String options = System.getProperty("parley.test.mariadb.options", "");
        return options.isEmpty() ? new String[0] : options.split(" ");
    }
}
