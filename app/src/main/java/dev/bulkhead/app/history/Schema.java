package dev.bulkhead.app.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a file, and how an older file gets those of today. */
final class Schema {
    /** What {@code PRAGMA user_version} says of a file with all tables; 0 is an empty one. */
    static final int VERSION = 2;

    private Schema() {}

    /**
     * Brings a file to {@link #VERSION}, a step a transaction: each script {@code schema-N.sql}
     * leads from version N-1 to N.
     *
     * @throws NewerFileException if it is beyond that
     */
    static void bringUp(Connection connection) throws SQLException {
        bringUpTo(connection, VERSION);
    }

    static void bringUpTo(Connection connection, int wanted) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new NewerFileException(version);
        }
        for (int next = version + 1; next <= wanted; next++) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String command : script(next)) {
                    statement.executeUpdate(command);
                }
                statement.executeUpdate("PRAGMA user_version = " + next);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** The commands of a script: each ends with a semicolon at the end of a line. */
    private static List<String> script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("schema-" + version + ".sql is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> commands = new ArrayList<>();
            for (String part : text.split(";\\R", -1)) {
                if (!part.isBlank()) {
                    commands.add(part.strip());
                }
            }
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
