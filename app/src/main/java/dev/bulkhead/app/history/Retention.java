package dev.bulkhead.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what is too old, or too much. Samples go only once they are rolled up. Each step is a
 * transaction of its own, so that a large deletion neither fills the log nor holds up values for
 * long. Blocks; on the writer's thread, between its transactions.
 */
final class Retention {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Rows that one transaction deletes. */
    private static final int STEP = 50_000;

    /** Pages that one step gives back to the system. */
    private static final int FREED_PAGES = 2_000;

    private static final int MOST_ROUNDS = 400;

    private final Connection connection;

    Retention(Connection connection) {
        this.connection = connection;
    }

    /** Deletes what is beyond {@code keep}; the rows deleted. */
    long apply(Keep keep, long now) throws SQLException {
        long deleted = samplesBefore(now - keep.samples().toMillis());
        deleted += before("minute", "time", wholeHours(now - keep.minutes().toMillis()));
        deleted += before("hour", "time", now - keep.hours().toMillis());
        deleted += before("gap", "until", now - keep.hours().toMillis());
        deleted += before("event", "time", now - keep.hours().toMillis());
        deleted += shrink(keep.bytes(), now);
        if (deleted > 0) {
            giveBack();
        }
        return deleted;
    }

    /** Whole minutes, so that none is ever rolled up anew from a part of its samples. */
    private long samplesBefore(long limit) throws SQLException {
        long time = RollUp.floor(limit, RollUp.MINUTE);
        long deleted = 0;
        for (long series : series()) {
            long oldest =
                    Sqlite.number(
                            connection,
                            "SELECT min(time) FROM sample WHERE series = " + series,
                            Long.MAX_VALUE);
            if (oldest < time) {
                RollUp.rest(connection, series, newest(series));
                connection.commit();
                deleted += ofSeries("sample", series, time);
            }
        }
        return deleted;
    }

    private static long wholeHours(long time) {
        return RollUp.floor(time, RollUp.HOUR);
    }

    private long newest(long series) throws SQLException {
        return Sqlite.number(
                connection,
                "SELECT max(time) FROM sample WHERE series = " + series,
                Long.MIN_VALUE / 2);
    }

    private List<Long> series() throws SQLException {
        List<Long> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM series")) {
            while (row.next()) {
                all.add(row.getLong(1));
            }
        }
        return all;
    }

    private long before(String table, String column, long time) throws SQLException {
        long deleted = 0;
        if (table.equals("gap") || table.equals("event")) {
            return repeat(
                    "DELETE FROM " + table + " WHERE " + column + " < " + time + " AND ?1 = ?1", 0);
        }
        for (long series : series()) {
            deleted += ofSeries(table, series, time);
        }
        return deleted;
    }

    /** Rows of one series older than a time. */
    private long ofSeries(String table, long series, long time) throws SQLException {
        return repeat(
                "DELETE FROM "
                        + table
                        + " WHERE series = ?1 AND time < "
                        + time
                        + " AND time <= coalesce((SELECT time FROM "
                        + table
                        + " WHERE series = ?1 ORDER BY time LIMIT 1 OFFSET "
                        + STEP
                        + "), 9e18)",
                series);
    }

    /** Deletes in steps until nothing is left to delete. */
    private long repeat(String command, long series) throws SQLException {
        long deleted = 0;
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            int step;
            do {
                statement.setLong(1, series);
                step = statement.executeUpdate();
                connection.commit();
                deleted += step;
            } while (step >= STEP);
        }
        return deleted;
    }

    /** Deletes the oldest day again and again until the pages in use fit. */
    private long shrink(long bytes, long now) throws SQLException {
        long deleted = 0;
        for (int round = 0; round < MOST_ROUNDS && usedBytes(connection) > bytes; round++) {
            long gone = oldestPart("sample", now);
            if (gone == 0) {
                gone = oldestPart("minute", now);
            }
            if (gone == 0) {
                return deleted;
            }
            deleted += gone;
        }
        return deleted;
    }

    /** The oldest day of a table, or its older half if it spans less than two days. */
    private long oldestPart(String table, long now) throws SQLException {
        long oldest = Long.MAX_VALUE;
        for (long series : series()) {
            oldest =
                    Math.min(
                            oldest,
                            Sqlite.number(
                                    connection,
                                    "SELECT min(time) FROM " + table + " WHERE series = " + series,
                                    Long.MAX_VALUE));
        }
        if (oldest >= now) {
            return 0;
        }
        long until = oldest + Math.clamp((now - oldest) / 2, 1, DAY);
        return table.equals("sample")
                ? samplesBefore(until)
                : before(table, "time", wholeHours(until));
    }

    /** The bytes in use: those of the file without its free pages. */
    static long usedBytes(Connection connection) throws SQLException {
        long pages = Sqlite.number(connection, "PRAGMA page_count", 0);
        long free = Sqlite.number(connection, "PRAGMA freelist_count", 0);
        return (pages - free) * Sqlite.number(connection, "PRAGMA page_size", 4096);
    }

    /** Makes the file smaller by what is free in it. */
    private void giveBack() throws SQLException {
        long free = Sqlite.number(connection, "PRAGMA freelist_count", 0);
        long before = Long.MAX_VALUE;
        while (free > 0 && free < before) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("PRAGMA incremental_vacuum(" + FREED_PAGES + ")");
            }
            connection.commit();
            before = free;
            free = Sqlite.number(connection, "PRAGMA freelist_count", 0);
        }
    }

    /** Deletes all of one series. */
    void delete(long series) throws SQLException {
        for (String table : List.of("sample", "minute", "hour")) {
            ofSeries(table, series, Long.MAX_VALUE / 2);
        }
        Sqlite.run(connection, "DELETE FROM gap WHERE series = " + series);
        Sqlite.run(connection, "DELETE FROM series WHERE id = " + series);
        connection.commit();
        giveBack();
    }
}
