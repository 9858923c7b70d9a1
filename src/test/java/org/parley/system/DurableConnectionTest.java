package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.problems.DatabaseTrouble;

/** What H2 does when it cannot write, and that no caller hangs. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DurableConnectionTest {
    @TempDir
    Path folder;

    private Connection ann;
    private Connection bob;

    @BeforeEach
    void open() throws SQLException {
        FilePath.register(new FullDisk());
        ann = connect();
        bob = connect();
        write(ann, "CREATE TABLE said (line INT)");
        say(ann, 1);
    }

    @AfterEach
    void close() throws SQLException {
        FullDisk.full = false;
        ann.close();
        bob.close();
    }

    @Test
    void a_full_disk_ends_every_connection_and_none_waits_for_ever() throws SQLException {
        fillAmidst(ann, bob);
        for (Connection dead : new Connection[] {ann, bob}) {
            SQLException refused = assertThrows(SQLException.class, () -> write(dead, "INSERT INTO said VALUES (4)"));
            assertTrue(DatabaseTrouble.outOfReach(refused), refused::toString);
            assertThrows(SQLException.class, dead::rollback);
            assertThrows(SQLException.class, dead::getMetaData, "by which the pool finds out");
            assertFalse(dead.isValid(1));
            dead.close();
        }
        assertEquals(1, lines());
    }

    @Test
    void what_the_dead_still_do_keeps_nobody_from_the_database_that_is_open_again() throws SQLException {
        Database dead = ((SessionLocal) ((JdbcConnection) ann).getSession()).getDatabase();
        fillAmidst(ann, bob);
        assertFalse(ann.isValid(1));
        FullDisk.full = false;
        Connection cem = connect();
        assertTrue(cem.isValid(1));
        say(cem, 2);
        // As H2 does if a transaction still begins there.
        dead.shutdownImmediately();
        try (Connection dora = connect()) {
            say(dora, 3);
            assertEquals(3, lines());
        }
        cem.close();
    }

    /** Both have changed rows when the disk is full, and one of them notices it. */
    private static void fillAmidst(Connection one, Connection other) throws SQLException {
        write(one, "INSERT INTO said VALUES (2)");
        write(other, "INSERT INTO said VALUES (3)");
        FullDisk.full = true;
        assertThrows(SQLException.class, one::commit);
        assertThrows(SQLException.class, other::rollback);
    }

    private static void say(Connection connection, int line) throws SQLException {
        write(connection, "INSERT INTO said VALUES (" + line + ")");
        connection.commit();
    }

    private int lines() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM said")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        String url = "jdbc:h2:fulldisk:" + folder.resolve("said").toAbsolutePath();
        Connection connection = DurableConnection.open(url + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=2000", "parley", "");
        connection.setAutoCommit(false);
        return connection;
    }
}
