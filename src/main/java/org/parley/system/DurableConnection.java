package org.parley.system;

import java.io.File;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A connection to the embedded database. When its commit returns, the data is on the disk. Once a write has failed, the
 * connection stays closed.
 *
 * <p>H2 writes with a delay: without the checkpoint, {@code kill -9} lost acknowledged messages in eight of eight runs.
 * {@code WRITE_DELAY=0} does not help: it never syncs, and it makes the file grow by 12 kB per commit.
 */
final class DurableConnection extends JdbcConnection {
    /** Bytes. A usual write is much smaller. */
    private static final long ROOM = 1 << 20;

    /** The database opened last. H2 shares one among all connections. */
    private static Database opened;

    private DurableConnection(String url, String user, String password) throws SQLException {
        super(url, new Properties(), user, password, false);
    }

    /**
     * Opens one connection at a time. Opening also runs statements (H2's settings for a new connection), and these must
     * not run on a failed database while another thread opens it again.
     */
    static synchronized DurableConnection open(String url, String user, String password) throws SQLException {
        DurableConnection connection;
        try {
            connection = new DurableConnection(url, user, password);
        } catch (SQLException refused) {
            if (refused.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || opened == null) {
                throw refused;
            }
            // The database is open, but a late transaction removed it from H2's list: see checkClosed. Everything
            // acknowledged is on disk, so we may close it as if it had failed.
            end(opened);
            connection = new DurableConnection(url, user, password);
        }
        opened = connection.database();
        return connection;
    }

    /** If this throws, the outcome is unknown: the rows may be visible, but they may not be on disk. */
    @Override
    public void commit() throws SQLException {
        boolean wrote = ((SessionLocal) getSession()).containsUncommitted();
        super.commit();
        if (wrote) {
            sync();
        }
    }

    private void sync() throws SQLException {
        try (Statement statement = createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /**
     * H2 calls this before every use of the connection and of its statements, including the pool's validation.
     *
     * <p>When a write fails, for example on a full disk, H2 2.4.240 closes the file while sessions still use it. Such a
     * session must not be used any more. A ROLLBACK on it decrements the user count once too often; the next statement
     * then loops forever in {@code MVStore.registerVersionUsage}. A transaction begun on it removes the reopened
     * database from H2's list, so that nobody else can connect to it.
     */
    @Override
    protected void checkClosed() {
        super.checkClosed();
        if (endedWithItsFile()) {
            throw DbException.get(ErrorCode.DATABASE_IS_CLOSED);
        }
    }

    /** Also checks the disk space, for the probes: on a full disk the database still answers until the first write. */
    @Override
    public boolean isValid(int seconds) {
        return super.isValid(seconds) && hasRoom();
    }

    private boolean hasRoom() {
        File file = new File(database().getName() + Constants.SUFFIX_MV_FILE);
        // The file is missing if H2 does not store the database as a plain file.
        return !file.exists() || file.getUsableSpace() >= ROOM;
    }

    /** H2's own close rolls back first; {@link #checkClosed} explains why that is dangerous. */
    @Override
    public void close() throws SQLException {
        if (!isClosed() && endedWithItsFile()) {
            try {
                getSession().close();
            } catch (DbException | MVStoreException expected) {
                // The changes of this session were lost together with the file.
            }
        }
        super.close();
    }

    private boolean endedWithItsFile() {
        Database database = database();
        MVStore file = database.getStore().getMvStore();
        boolean failed = file.getPanicException() != null || file.isClosed();
        if (failed) {
            end(database);
        }
        return failed;
    }

    /** Closes the database once. After this, H2 opens the file again for the next connection. */
    private static synchronized void end(Database database) {
        if (!database.isClosing()) {
            database.shutdownImmediately();
        }
    }

    private Database database() {
        return ((SessionLocal) getSession()).getDatabase();
    }
}
