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
 * A connection to the embedded database whose commit has reached the disk when it returns, and which is dead for good once
 * the database could not write.
 *
 * <p>H2 writes behind: without the checkpoint, acknowledged messages were lost in eight of eight runs of {@code kill -9}.
 * {@code WRITE_DELAY=0} is no way out, because it never syncs and lets the file grow by 12 kB a commit.
 */
final class DurableConnection extends JdbcConnection {
    /** Octets. What is usually written at a time is far less. */
    private static final long ROOM = 1 << 20;

    /** The one that was opened last: H2 has one for all connections. */
    private static Database opened;

    private DurableConnection(String url, String user, String password) throws SQLException {
        super(url, new Properties(), user, password, false);
    }

    /**
     * One after another, so that nobody still enters a database that failed while another opens it anew: H2's settings of a
     * new connection are statements too.
     */
    static synchronized DurableConnection open(String url, String user, String password) throws SQLException {
        DurableConnection connection;
        try {
            connection = new DurableConnection(url, user, password);
        } catch (SQLException refused) {
            if (refused.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || opened == null) {
                throw refused;
            }
            // It is open and struck off H2's list, by a transaction that came too late: see checkClosed. What was
            // acknowledged is on disk, so it may end like one that failed.
            end(opened);
            connection = new DurableConnection(url, user, password);
        }
        opened = connection.database();
        return connection;
    }

    /** If this throws, the outcome is unknown: the rows may be visible and yet not be safe. */
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
     * Every use of the connection and of its statements asks here first, the pool's validation too.
     *
     * <p>When a write fails, as on a full disk, H2 2.4.240 closes the file under its sessions. Nobody may use them any more: a
     * ROLLBACK there counts one user too few, and then whoever begins a statement circles in
     * {@code MVStore.registerVersionUsage} for ever; and each transaction begun there strikes the database that has been opened
     * anew off H2's list, so that nobody else gets a connection to it.
     */
    @Override
    protected void checkClosed() {
        super.checkClosed();
        if (endedWithItsFile()) {
            throw DbException.get(ErrorCode.DATABASE_IS_CLOSED);
        }
    }

    /** For the probes: on a full disk the database would still answer, until somebody says something. */
    @Override
    public boolean isValid(int seconds) {
        return super.isValid(seconds) && hasRoom();
    }

    private boolean hasRoom() {
        File file = new File(database().getName() + Constants.SUFFIX_MV_FILE);
        // There is none where H2 does not keep it as a plain file.
        return !file.exists() || file.getUsableSpace() >= ROOM;
    }

    /** H2's own would roll back first, which {@link #checkClosed} tells the danger of. */
    @Override
    public void close() throws SQLException {
        if (!isClosed() && endedWithItsFile()) {
            try {
                getSession().close();
            } catch (DbException | MVStoreException expected) {
                // What it had changed went with the file.
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

    /** Once. From here on H2 opens the file anew for who connects. */
    private static synchronized void end(Database database) {
        if (!database.isClosing()) {
            database.shutdownImmediately();
        }
    }

    private Database database() {
        return ((SessionLocal) getSession()).getDatabase();
    }
}
