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
 * The one data source, which finds its database in Parley's own settings, so that the WAR needs nothing prepared in the
 * server that it is dropped into. READ COMMITTED and a two-second limit on every wait for a lock, whatever the database.
 */
public class ParleyDataSource implements DataSource {
    private static final String EMBEDDED_OPTIONS =
            ";MODE=MySQL;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=1000;LOCK_TIMEOUT=2000";

    /**
     * Milliseconds after which a database that says nothing counts as gone, and the connection is given up: else who asked
     * it would wait for ever, and with them all who wait for their thread. Above the wait for a lock and our own patience.
     */
    private static final int LONGEST_SILENCE = 6000;

    private final Path dataFolder;
    private final Configuration.Database database;
    private final int silence;
    private int loginTimeout;
    private PrintWriter logWriter;

    /** For the server's pool, which makes it by its name in {@code web.xml}. */
    public ParleyDataSource() {
        this(LONGEST_SILENCE);
    }

    private ParleyDataSource(int silence) {
        Configuration configuration = Settings.read();
        this.dataFolder = configuration.dataFolder();
        this.database = configuration.database();
        this.silence = silence;
    }

    /** For statements that may take as long as they like: a change of the schema. */
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

    /** Before H2 would make it, open to all. */
    private void makeDataFolder() throws SQLException {
        try {
            DataFolder.make(dataFolder);
        } catch (IOException failure) {
            throw new SQLException("The data folder " + dataFolder + " cannot be made", failure);
        }
    }

    private Connection networked() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        // Else TLS takes the application server's trust store, which does not open for it.
        properties.setProperty("fallbackToSystemKeyStore", "false");
        properties.setProperty("characterEncoding", "UTF-8");
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        properties.setProperty("rewriteBatchedStatements", "true");
        // Prepared here and not in the server: lists of keys and batches have a new length each time, and each new text
        // would be one more question.
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", "250");
        // Lists of keys are long and have few lengths; without them in this cache each is taken apart anew.
        properties.setProperty("prepStmtCacheSqlLimit", "65536");
        properties.setProperty("connectTimeout", "2000");
        properties.setProperty("socketTimeout", Integer.toString(silence));
        properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=2");
        String url = database.url().replaceFirst("^jdbc:mariadb:", "jdbc:mysql:");
        return new com.mysql.cj.jdbc.Driver().connect(url, properties);
    }

    /** The settings decide who connects; the container's idea of a user does not count. */
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
