package dev.bulkhead.app.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Connections to files. The first one of a process loads SQLite's native library, which takes a
 * tenth of a second.
 */
final class Sqlite {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** KiB, which SQLite wants negative. */
    private static final int WRITER_CACHE = -32_768;

    private static final int READER_CACHE = -8_192;

    /** Pages after which the log is written back into the file: 16 MB. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private Sqlite() {}

    /**
     * Opens a file to write it, makes it if it is not there, and brings its tables up to date.
     * Commits reach the disk before they return, so that they outlive a failure of power too.
     */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(WRITER_CACHE);
        Connection connection = open(config, file);
        try {
            if (Schema.version(connection) == 0) {
                run(connection, "PRAGMA auto_vacuum = INCREMENTAL");
            }
            run(connection, "PRAGMA journal_mode = " + JournalMode.WAL.getValue());
            run(connection, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            run(connection, "PRAGMA journal_size_limit = 67108864");
            Schema.bringUp(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a file to read it, while another connection may write it. */
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setCacheSize(READER_CACHE);
        config.setReadOnly(true);
        return open(config, file);
    }

    private static Connection open(SQLiteConfig config, Path file) throws SQLException {
        if (file.toString().contains("?")) {
            throw new SQLException("a file name with a question mark cannot be used");
        }
        try {
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (LinkageError noLibrary) {
            throw new SQLException(
                    "SQLite's native library cannot be loaded: " + noLibrary.getMessage(),
                    noLibrary);
        }
    }

    static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The first column of the first row; {@code otherwise} if there is none, or it is NULL. */
    static long number(Connection connection, String query, long otherwise) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return otherwise;
            }
            long found = row.getLong(1);
            return row.wasNull() ? otherwise : found;
        }
    }
}
