package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Whether the server can work: it has started, the database answers within two seconds, and every watched part works.
 */
@ApplicationScoped
public class Health {
    private static final int DATABASE_PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/parley")
    DataSource database;

    private final Map<String, BooleanSupplier> watched = new ConcurrentHashMap<>();
    private final Map<String, BooleanSupplier> mentioned = new ConcurrentHashMap<>();
    private volatile boolean serving;

    /**
     * Adds a part that the server needs to serve people.
     *
     * @param working called at each probe; must not wait
     */
    public void watch(String part, BooleanSupplier working) {
        watched.put(part, working);
    }

    /**
     * Adds a part that people can do without for a while: it is told, and the server counts as well whatever it does.
     *
     * @param working called at each probe; must not wait
     */
    public void mention(String part, BooleanSupplier working) {
        mentioned.put(part, working);
    }

    void started() {
        serving = true;
    }

    void stopped() {
        serving = false;
    }

    boolean serving() {
        return serving;
    }

    /**
     * The parts that the server needs, by name, and whether each works. While the server is starting or stopping, no
     * part is asked.
     */
    Map<String, Boolean> parts() {
        boolean asked = serving;
        Map<String, Boolean> parts = new TreeMap<>();
        parts.put("server", asked);
        parts.put("database", asked && databaseAnswers());
        watched.forEach((part, working) -> parts.put(part, asked && working.getAsBoolean()));
        return parts;
    }

    /** The parts that people can do without, as {@link #parts} has the others. */
    Map<String, Boolean> partsBeside() {
        Map<String, Boolean> parts = new TreeMap<>();
        mentioned.forEach((part, working) -> parts.put(part, serving && working.getAsBoolean()));
        return parts;
    }

    boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
