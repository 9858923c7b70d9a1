package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the server can do its work: it has started, and the database answers within two seconds. */
@ApplicationScoped
public class Health {
    private static final int DATABASE_PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/parley")
    DataSource database;

    private volatile boolean serving;

    void started() {
        serving = true;
    }

    void stopped() {
        serving = false;
    }

    boolean serving() {
        return serving;
    }

    boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
