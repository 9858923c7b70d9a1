package org.parley.system;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The only data source. It reads Parley's own settings, so the application server needs no preparation for the WAR.
 * Always READ COMMITTED, and a wait for a lock ends after two seconds, on every database.
 */
public class ParleyDataSource implements DataSource {
    private static final String EMBEDDED_OPTIONS =
            ";MODE=MySQL;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=1000;LOCK_TIMEOUT=2000";

    /**
     * Milliseconds of silence after which the server gives up a database connection. Without it, a thread that waits
     * for a dead database would wait forever, and so would everybody who needs that thread. It is longer than the wait
     * for a lock and than the server's own timeouts.
     */
    private static final int LONGEST_SILENCE = 6000;

    private final Path dataFolder;
    private final Configuration.Database database;
    private final int silence;
    private int loginTimeout;
    private PrintWriter logWriter;

    /** For the application server's pool, which creates this class by the name in {@code web.xml}. */
    public ParleyDataSource() {
        this(LONGEST_SILENCE);
    }

    private ParleyDataSource(int silence) {
        Configuration configuration = Settings.read();
        this.dataFolder = configuration.dataFolder();
        this.database = configuration.database();
        this.silence = silence;
    }

    /** For statements that may take as long as they need, such as a change of the schema. */
    static DataSource patient() {
        return new ParleyDataSource(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = database.embedded() ? embedded() : networked();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private Connection embedded() throws SQLException {
        if (database.url().startsWith("jdbc:h2:file:" + dataFolder)) {
            makeDataFolder();
        }
        return DurableConnection.open(database.url() + EMBEDDED_OPTIONS, database.user(), database.password());
    }

    /** Creates the folder before H2 does: H2 would make it readable to everybody. */
    private void makeDataFolder() throws SQLException {
        try {
            DataFolder.make(dataFolder);
        } catch (IOException failure) {
            throw new SQLException("Cannot create the data folder " + dataFolder, failure);
        }
    }

    private Connection networked() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        // Otherwise TLS uses the application server's trust store, which the driver cannot open.
        properties.setProperty("fallbackToSystemKeyStore", "false");
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        properties.setProperty("rewriteBatchedStatements", "true");
        // Prepare statements in the driver: key lists and batches differ in length, and on the server each new text
        // would cost one more round trip.
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", "250");
        // Statements with key lists are long, but they come in few lengths. If the cache excluded them, the driver
        // would parse each again.
        properties.setProperty("prepStmtCacheSqlLimit", "65536");
        // Otherwise the driver finds the server's OpenTelemetry and writes a trace of each statement, which nobody
        // reads.
        properties.setProperty("openTelemetry", "DISABLED");
        properties.setProperty("maintainTimeStats", "false");
        properties.setProperty("connectTimeout", "2000");
        properties.setProperty("socketTimeout", Integer.toString(silence));
        properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=2");
        String url = database.url().replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
        return new com.mysql.cj.jdbc.Driver().connect(url, properties);
    }

    /** Ignores the container's user and password: Parley's settings decide how to connect. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
