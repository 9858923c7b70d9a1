package org.parley.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** A database in memory with the tables of {@code sql/}, for tests that need no server. */
public final class Tables {
    private Tables() {}

    /** The number in the file's name: 10 for {@code V10__name.sql}. */
    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** Hibernate on such a database, with these entities and one connection. Ends with the database. */
    public static SessionFactory sessions(String name, Class<?>... entities) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", inMemory(name))
                .setProperty("hibernate.connection.pool_size", "1");
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return configuration.buildSessionFactory();
    }

    /** @return its JDBC URL; the database lives as long as it has a connection */
    public static String inMemory(String name) {
        try (Stream<Path> scripts = Files.list(Path.of("sql"))) {
            String all = scripts.sorted(Comparator.comparingInt(Tables::version))
                    .map(script -> "RUNSCRIPT FROM '" + script + "'")
                    .collect(Collectors.joining("\\;"));
            return "jdbc:h2:mem:" + name + ";MODE=MySQL;INIT=" + all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
