package dev.bulkhead.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Targets and series by their ids; what is not there yet is put there. */
final class Names {
    private final Connection connection;

    /** Sets a statement's parameters. */
    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    Names(Connection connection) {
        this.connection = connection;
    }

    /** The id of a target, whose label is that of now. */
    long target(Entry.Address address) throws SQLException {
        return insert(
                "INSERT INTO target (address, label) VALUES (?, ?)"
                        + " ON CONFLICT (address) DO UPDATE SET label = excluded.label RETURNING id",
                statement -> {
                    statement.setString(1, address.address());
                    statement.setString(2, address.label());
                });
    }

    /** The id of a series, whose name, type and pace are those of now. */
    long series(SeriesKey key) throws SQLException {
        long target = target(new Entry.Address(key.address(), key.device()));
        return insert(
                "INSERT INTO series (target, oid, name, syntax, unit, every)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (target, oid, unit) DO UPDATE SET"
                        + " name = excluded.name, syntax = excluded.syntax, every = excluded.every"
                        + " RETURNING id",
                statement -> {
                    statement.setLong(1, target);
                    statement.setString(2, key.oid());
                    statement.setString(3, key.name());
                    statement.setString(4, key.syntax());
                    statement.setString(5, key.unit());
                    statement.setLong(6, key.every().toMillis());
                });
    }

    /** Runs a command that returns the id of its row. */
    long insert(String command, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            parameters.set(statement);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no id came back");
                }
                return row.getLong(1);
            }
        }
    }
}
