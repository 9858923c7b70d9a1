package org.parley.harness;

import java.util.Map;

/**
 * Where the servers of this run keep their log: the embedded database, a MariaDB of our own
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

    /** Settings that lead a server to an empty database. */
    public static synchronized Map<String, String> fresh() {
        if (!isMariaDb()) {
            // The embedded one lies in the server's folder; PARLEY_DB_URL reaches the server by itself.
            return Map.of();
        }
        if (mariaDb == null) {
            mariaDb = MariaDb.installed().start();
        }
        return MariaDb.settings(mariaDb.port(), mariaDb.create());
    }
}
