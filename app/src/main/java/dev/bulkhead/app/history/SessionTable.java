package dev.bulkhead.app.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The sessions of a file. */
final class SessionTable {
    private SessionTable() {}

    /**
     * Marks sessions that nobody closed. For the process that has claimed the file.
     *
     * @return whether there are any
     */
    static boolean endCut(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE session SET ended = 0 WHERE ended IS NULL") > 0;
        }
    }
}
