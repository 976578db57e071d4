package dev.bulkhead.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Rolls samples up to minutes, and minutes to hours, up to the minute of a series' newest sample.
 * Doing it again gives the same. Blocks; part of the caller's transaction.
 */
final class RollUp {
    static final long MINUTE = 60_000;
    static final long HOUR = 3_600_000;

    private static final String MINUTES =
            """
            INSERT OR REPLACE INTO minute (series, time, count, min, max, average, last)
            SELECT ?1, span, number, least, greatest, mean,
                (SELECT point FROM sample WHERE series = ?1 AND time = newest)
            FROM (SELECT time / 60000 * 60000 AS span, count(*) AS number, min(point) AS least,
                    max(point) AS greatest, avg(point) AS mean, max(time) AS newest
                FROM sample WHERE series = ?1 AND time >= ?2 AND time < ?3 AND point IS NOT NULL
                GROUP BY 1)
            """;
    private static final String HOURS =
            """
            INSERT OR REPLACE INTO hour (series, time, count, min, max, average, last)
            SELECT ?1, span, number, least, greatest, mean,
                (SELECT last FROM minute WHERE series = ?1 AND time = newest)
            FROM (SELECT time / 3600000 * 3600000 AS span, sum(count) AS number, min(min) AS least,
                    max(max) AS greatest, sum(average * count) / sum(count) AS mean,
                    max(time) AS newest
                FROM minute WHERE series = ?1 AND time >= ?2 AND time < ?3 GROUP BY 1)
            """;

    private RollUp() {}

    /**
     * Rolls one series up.
     *
     * @param oldest the oldest sample that came since the last time
     * @param newest its newest sample; its minute may not be over
     */
    static void series(Connection connection, long series, long oldest, long newest)
            throws SQLException {
        long from = floor(Math.min(oldest, begin(connection, series)), MINUTE);
        long to = floor(newest, MINUTE);
        if (to <= from) {
            return;
        }
        run(connection, MINUTES, series, from, to);
        run(connection, HOURS, series, floor(from, HOUR), floor(to, HOUR));
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE series SET rolled = max(rolled, ?) WHERE id = ?")) {
            update.setLong(1, to);
            update.setLong(2, series);
            update.executeUpdate();
        }
    }

    /** Rolls up what is in no minute yet, the newest minute too: all its samples may go. */
    static void rest(Connection connection, long series, long newest) throws SQLException {
        series(connection, series, Long.MAX_VALUE, newest + MINUTE);
    }

    /** Up to where a series is rolled up; before the first time, its oldest sample. */
    private static long begin(Connection connection, long series) throws SQLException {
        long rolled =
                Sqlite.number(connection, "SELECT rolled FROM series WHERE id = " + series, 0);
        return rolled != 0
                ? rolled
                : Sqlite.number(
                        connection,
                        "SELECT min(time) FROM sample WHERE series = " + series,
                        Long.MAX_VALUE);
    }

    private static void run(Connection connection, String command, long series, long from, long to)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setLong(1, series);
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.executeUpdate();
        }
    }

    static long floor(long time, long step) {
        return Math.floorDiv(time, step) * step;
    }
}
