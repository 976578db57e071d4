package dev.bulkhead.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/**
 * Reads a history file, also while it is written. Every method blocks. Not for use by several
 * threads at a time.
 */
public final class HistoryReader implements AutoCloseable {
    private static final String SERIES =
            """
            SELECT s.id, target.address, target.label, oid, name, syntax, unit, every,
                (SELECT min(time) FROM sample WHERE series = s.id),
                (SELECT min(time) FROM minute WHERE series = s.id),
                (SELECT min(time) FROM hour WHERE series = s.id),
                (SELECT max(time) FROM sample WHERE series = s.id),
                (SELECT max(time) FROM minute WHERE series = s.id),
                (SELECT max(time) FROM hour WHERE series = s.id)
            FROM series AS s JOIN target ON target.id = s.target ORDER BY target.label, name
            """;
    private static final int TIMES = 9;
    private static final int NEWEST = 12;

    /** In steps of SQLite's virtual machine; some milliseconds. */
    private static final int STEPS_BETWEEN_LOOKS = 10_000;

    private final Path file;
    private final Object identity;
    private final Connection connection;

    private HistoryReader(Path file, Object identity, Connection connection) {
        this.file = file;
        this.identity = identity;
        this.connection = connection;
    }

    /**
     * Opens a file.
     *
     * @throws SQLException if it is no history, or a newer version made it
     */
    public static HistoryReader open(Path file) throws SQLException {
        Object identity = identity(file);
        Connection connection = Sqlite.reader(file);
        try {
            int version = Schema.version(connection);
            if (version > Schema.VERSION) {
                throw new NewerFileException(version);
            }
            if (version < Schema.VERSION) {
                throw new SQLException("the file has version " + version + " and is not written");
            }
            return new HistoryReader(file, identity, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** Whether the file under its name is still the one that was opened. */
    public boolean isCurrent() {
        return identity.equals(identity(file));
    }

    private static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException gone) {
            return new Object();
        }
    }

    /** Bytes on disk, the log included. */
    public long bytes() {
        return ClaimedFile.size(file);
    }

    /** All series, by device and name. */
    public List<StoredSeries> series() throws SQLException {
        List<StoredSeries> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SERIES)) {
            while (row.next()) {
                all.add(
                        new StoredSeries(
                                row.getLong(1),
                                new SeriesKey(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        Duration.ofMillis(row.getLong(8))),
                                oldest(row),
                                newest(row)));
            }
        }
        return all;
    }

    private static long oldest(ResultSet row) throws SQLException {
        long oldest = Long.MAX_VALUE;
        for (int column = TIMES; column < NEWEST; column++) {
            long time = row.getLong(column);
            oldest = row.wasNull() ? oldest : Math.min(oldest, time);
        }
        return oldest;
    }

    private static long newest(ResultSet row) throws SQLException {
        long newest = Long.MIN_VALUE;
        for (int column = NEWEST; column < NEWEST + 3; column++) {
            long time = row.getLong(column);
            newest = row.wasNull() ? newest : Math.max(newest, time);
        }
        return newest;
    }

    /** The id of a series of this address, instance and unit. */
    public OptionalLong find(String address, String oid, String unit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT series.id FROM series JOIN target ON target.id = series.target"
                                + " WHERE address = ? AND oid = ? AND unit = ?")) {
            query.setString(1, address);
            query.setString(2, oid);
            query.setString(3, unit);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /**
     * What was measured in a stretch of time. Where a level does not reach back so far, the next
     * coarser one stands in; what is not rolled up yet is, on the fly.
     *
     * @param from the first moment
     * @param to the first moment after it
     */
    public Spans spans(long series, long from, long to, Level level) throws SQLException {
        Spans spans = new Spans();
        read(spans, series, from, to, level);
        return spans;
    }

    private void read(Spans spans, long series, long from, long to, Level level)
            throws SQLException {
        long start = from;
        if (level != Level.HOURS) {
            Level coarser = level == Level.SAMPLES ? Level.MINUTES : Level.HOURS;
            long oldest = oldest(series, level);
            if (oldest > from) {
                start = Math.min(to, RollUp.floor(oldest, coarser.millis()));
                if (start > from) {
                    read(spans, series, from, start, coarser);
                }
            }
        }
        start = Math.max(from, start);
        switch (level) {
            case SAMPLES -> samples(spans, series, start, to);
            case MINUTES -> minutes(spans, series, start, to);
            case HOURS -> hours(spans, series, start, to);
        }
    }

    private long oldest(long series, Level level) throws SQLException {
        return Sqlite.number(
                connection,
                "SELECT min(time) FROM " + level.table() + " WHERE series = " + series,
                Long.MAX_VALUE);
    }

    private long rolled(long series) throws SQLException {
        return Sqlite.number(connection, "SELECT rolled FROM series WHERE id = " + series, 0);
    }

    private void samples(Spans spans, long series, long from, long to) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT time, point FROM sample WHERE series = ? AND time >= ? AND time < ?"
                                + " AND point IS NOT NULL ORDER BY time")) {
            try (ResultSet row = stretch(query, series, from, to)) {
                while (row.next()) {
                    double point = row.getDouble(2);
                    spans.add(row.getLong(1), 1, point, point, point, point);
                }
            }
        }
    }

    private void minutes(Spans spans, long series, long from, long to) throws SQLException {
        long whole = Math.min(rolled(series), RollUp.floor(to, RollUp.MINUTE));
        long rolled = Math.max(from, whole);
        rolledUp(spans, series, from, rolled, Level.MINUTES);
        pack(spans, series, rolled, to, RollUp.MINUTE);
    }

    private void hours(Spans spans, long series, long from, long to) throws SQLException {
        long whole = RollUp.floor(Math.min(rolled(series), to), RollUp.HOUR);
        long rolled = Math.max(from, whole);
        rolledUp(spans, series, from, rolled, Level.HOURS);
        if (rolled < to) {
            Spans minutes = new Spans();
            minutes(minutes, series, rolled, to);
            new Packing(spans, RollUp.HOUR).addAll(minutes);
        }
    }

    private void rolledUp(Spans spans, long series, long from, long to, Level level)
            throws SQLException {
        if (from >= to) {
            return;
        }
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT time, count, min, max, average, last FROM "
                                + level.table()
                                + " WHERE series = ? AND time >= ? AND time < ? ORDER BY time")) {
            try (ResultSet row = stretch(query, series, from, to)) {
                while (row.next()) {
                    spans.add(
                            row.getLong(1),
                            row.getInt(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6));
                }
            }
        }
    }

    /** Samples that are in no roll-up yet, as spans. */
    private void pack(Spans spans, long series, long from, long to, long span) throws SQLException {
        if (from < to) {
            Spans single = new Spans();
            samples(single, series, from, to);
            new Packing(spans, span).addAll(single);
        }
    }

    private static ResultSet stretch(PreparedStatement query, long series, long from, long to)
            throws SQLException {
        query.setLong(1, series);
        query.setLong(2, from);
        query.setLong(3, to);
        return query.executeQuery();
    }

    /** The gaps that touch a stretch of time, oldest first. */
    public List<StoredGap> gaps(long series, long from, long to) throws SQLException {
        List<StoredGap> gaps = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT since, until, reason FROM gap WHERE series = ? AND until >= ?"
                                + " AND since <= ? ORDER BY since")) {
            try (ResultSet row = stretch(query, series, from, to)) {
                while (row.next()) {
                    gaps.add(new StoredGap(row.getLong(1), row.getLong(2), row.getString(3)));
                }
            }
        }
        return gaps;
    }

    /** What happened in a stretch of time, oldest first. */
    public List<StoredEvent> events(long from, long to) throws SQLException {
        return events(from, to, Integer.MAX_VALUE);
    }

    /** The newest {@code most} of what happened in a stretch of time, oldest first. */
    public List<StoredEvent> events(long from, long to, int most) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT time, kind, coalesce(address, ''), coalesce(label, ''), text"
                                + " FROM event LEFT JOIN target ON target.id = event.target"
                                + " WHERE time >= ? AND time < ?"
                                + " ORDER BY time DESC, event.id DESC LIMIT ?")) {
            query.setLong(1, from);
            query.setLong(2, to);
            query.setInt(3, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(
                            new StoredEvent(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)));
                }
            }
        }
        return events.reversed();
    }

    /** Takes single values of a series. */
    @FunctionalInterface
    public interface ValueSink<E extends Exception> {
        /**
         * The next value.
         *
         * @param value a {@link Number}, a {@link String} or a {@code byte[]}; null for an
         *     exception
         * @param point what is drawn of it; NaN for nothing
         */
        void take(long time, int kind, @Nullable Object value, double point) throws E;
    }

    /** Hands over every value of a stretch of time, oldest first; none is held in memory. */
    public <E extends Exception> void values(long series, long from, long to, ValueSink<E> sink)
            throws SQLException, E {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT time, kind, value, point FROM sample WHERE series = ? AND time >= ?"
                                + " AND time < ? ORDER BY time")) {
            try (ResultSet row = stretch(query, series, from, to)) {
                while (row.next()) {
                    double point = row.getDouble(4);
                    double drawn = row.wasNull() ? Double.NaN : point;
                    sink.take(row.getLong(1), row.getInt(2), row.getObject(3), drawn);
                }
            }
        }
    }

    /** How many values of a series are kept one by one. */
    public long count(long series) throws SQLException {
        return Sqlite.number(connection, "SELECT count(*) FROM sample WHERE series = " + series, 0);
    }

    /**
     * Looks through the whole file.
     *
     * @return what is wrong, a line each, a hundred at most; empty if nothing is
     */
    public List<String> check() throws SQLException {
        return check(new Effort());
    }

    /**
     * The same, and can be cancelled.
     *
     * @throws CancellationException if it was
     */
    public List<String> check(Effort effort) throws SQLException {
        ProgressHandler.setHandler(
                connection,
                STEPS_BETWEEN_LOOKS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return effort.isCancelled() ? 1 : 0;
                    }
                });
        try {
            return lookThrough();
        } catch (SQLException e) {
            effort.goOn();
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    private List<String> lookThrough() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(100)")) {
            while (row.next()) {
                wrong.add(row.getString(1));
            }
        }
        return wrong.equals(List.of("ok")) ? List.of() : wrong;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
