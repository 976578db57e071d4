package dev.bulkhead.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An open file while it is written: entries in, one transaction a batch.
 *
 * <p>After an exception nothing it knows of the file is right any more: close it and open another.
 * Values of a batch are put into the table in the order of its key, which makes a batch of many
 * series three times as fast. Not for use by several threads at a time.
 */
final class Ledger implements AutoCloseable {
    private static final int LONGEST_REASON = 300;
    private static final String BEFORE =
            "SELECT max(time) FROM sample WHERE series = ? AND time <= ? AND point IS NOT NULL";
    private static final String AFTER =
            "SELECT min(time) FROM sample WHERE series = ? AND time >= ? AND point IS NOT NULL";
    private static final Comparator<Row> KEY_ORDER =
            Comparator.comparingLong(Row::series).thenComparingLong(row -> row.value().time());

    private final Connection connection;
    private final String interruption;
    private final long session;
    private final Names names;
    private final Map<RecordedSeries, State> states = new HashMap<>();
    private final List<RecordedSeries> fresh = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final PreparedStatement insertSample;
    private final PreparedStatement insertGap;
    private final PreparedStatement stretchGap;
    private final PreparedStatement insertEvent;

    /** A value on its way to its table. */
    private record Row(long series, Entry.Value value) {}

    /** What is known of a series while it is written. */
    private static final class State {
        private final long id;
        private String interruption = "";

        /** The newest value, and the newest one drawn; {@link Long#MIN_VALUE} before the first. */
        private long last;

        private long lastDrawn;
        private long gap;
        private String gapReason = "";

        /** The oldest value that is in no roll-up yet. */
        private long oldestNew = Long.MAX_VALUE;

        private State(long id, long last) {
            this.id = id;
            this.last = last;
            this.lastDrawn = last;
        }

        private String takeInterruption() {
            String reason = interruption;
            interruption = "";
            return reason;
        }
    }

    /**
     * Begins a session.
     *
     * @param interruption why values of a series are missing between its last one in the file and
     *     its first one of this process
     */
    Ledger(Connection connection, long now, String interruption) throws SQLException {
        this.connection = connection;
        this.interruption = interruption;
        connection.setAutoCommit(false);
        insertSample =
                connection.prepareStatement("INSERT OR REPLACE INTO sample VALUES (?, ?, ?, ?, ?)");
        insertGap =
                connection.prepareStatement(
                        "INSERT INTO gap (series, since, until, reason) VALUES (?, ?, ?, ?)"
                                + " RETURNING id");
        stretchGap =
                connection.prepareStatement(
                        "UPDATE gap SET since = min(since, ?), until = max(until, ?), reason = ?"
                                + " WHERE id = ?");
        insertEvent =
                connection.prepareStatement(
                        "INSERT INTO event (time, kind, target, text) VALUES (?, ?, ?, ?)");
        names = new Names(connection);
        session =
                names.insert(
                        "INSERT INTO session (started) VALUES (?) RETURNING id",
                        statement -> statement.setLong(1, now));
        connection.commit();
    }

    Connection connection() {
        return connection;
    }

    /** Forgets a series whose rows were deleted. */
    void forget(long series) {
        states.values().removeIf(state -> state.id == series);
    }

    void add(Entry entry) throws SQLException {
        switch (entry) {
            case Entry.Value value -> add(value);
            case Entry.Gap gap -> add(gap);
            case Entry.Event event -> add(event);
        }
    }

    private void add(Entry.Value value) throws SQLException {
        State state = state(value.series());
        String why = state.takeInterruption();
        if (!why.isEmpty() && state.last != Long.MIN_VALUE) {
            gap(state, state.last, value.time(), why);
        }
        boolean drawn = !Double.isNaN(value.point());
        if (state.gap != 0 && (drawn || !isCounter(value.kind()))) {
            long end = Math.max(value.time(), state.lastDrawn);
            stretch(state, end, end);
            state.gap = 0;
        }
        rows.add(new Row(state.id, value));
        state.last = Math.max(state.last, value.time());
        if (drawn) {
            state.lastDrawn = Math.max(state.lastDrawn, value.time());
            state.oldestNew = Math.min(state.oldestNew, value.time());
        }
    }

    private static boolean isCounter(int kind) {
        return kind == Kinds.COUNTER32 || kind == Kinds.COUNTER64;
    }

    private void add(Entry.Gap entry) throws SQLException {
        State state = state(entry.series());
        String why = state.takeInterruption();
        String reason =
                why.isEmpty() || state.last == Long.MIN_VALUE
                        ? entry.reason()
                        : joined(why, entry.reason());
        gap(state, entry.since(), entry.until(), reason);
    }

    /**
     * Begins a gap at the last value, or makes the one that is open longer.
     *
     * <p>Failures may be told after younger values. A gap that was over by the last value is a row
     * of its own, from the value before it to the one after it; one that began before the last
     * value begins where it is told to.
     */
    private void gap(State state, long since, long until, String reason) throws SQLException {
        if (until < state.lastDrawn) {
            flush();
            insert(state, drawn(BEFORE, state, since), drawn(AFTER, state, until), cut(reason));
        } else if (state.gap == 0) {
            long from = state.lastDrawn == Long.MIN_VALUE ? since : state.lastDrawn;
            state.gapReason = cut(reason);
            state.gap = insert(state, Math.min(from, since), until, state.gapReason);
        } else {
            state.gapReason = cut(joined(state.gapReason, reason));
            stretch(state, since, until);
        }
    }

    private void stretch(State state, long since, long until) throws SQLException {
        stretchGap.setLong(1, since);
        stretchGap.setLong(2, until);
        stretchGap.setString(3, state.gapReason);
        stretchGap.setLong(4, state.gap);
        stretchGap.executeUpdate();
    }

    private long insert(State state, long since, long until, String reason) throws SQLException {
        insertGap.setLong(1, state.id);
        insertGap.setLong(2, since);
        insertGap.setLong(3, Math.max(since, until));
        insertGap.setString(4, reason);
        try (ResultSet row = insertGap.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The time of the value that is drawn next to another time, or that time if there is none. */
    private long drawn(String query, State state, long time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, state.id);
            statement.setLong(2, time);
            try (ResultSet row = statement.executeQuery()) {
                long near = row.next() ? row.getLong(1) : 0;
                return row.wasNull() ? time : near;
            }
        }
    }

    private static String joined(String reasons, String reason) {
        return reason.isEmpty() || reasons.contains(reason) ? reasons : reasons + ", " + reason;
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private void add(Entry.Event event) throws SQLException {
        insertEvent.setLong(1, event.time());
        insertEvent.setString(2, event.kind().word());
        if (event.address().isPresent()) {
            insertEvent.setLong(3, names.target(event.address().get()));
        } else {
            insertEvent.setNull(3, Types.INTEGER);
        }
        insertEvent.setString(4, cut(event.text()));
        insertEvent.executeUpdate();
    }

    private State state(RecordedSeries series) throws SQLException {
        State known = states.get(series);
        if (known == null) {
            flush();
            known = load(names.series(series.key()), series.isBegun() ? "" : interruption);
            states.put(series, known);
            fresh.add(series);
        }
        return known;
    }

    /** A series as the file has it: its last value, and the gap that is still open after that. */
    private State load(long id, String why) throws SQLException {
        long last =
                Math.max(
                        newest("SELECT max(time) FROM sample WHERE series = ?", id),
                        newest("SELECT max(time) + 59999 FROM minute WHERE series = ?", id));
        State state = new State(id, last);
        if (last == Long.MIN_VALUE) {
            return state;
        }
        state.interruption = why;
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT id, reason FROM gap WHERE series = ? AND since >= ?"
                                + " ORDER BY id DESC LIMIT 1")) {
            query.setLong(1, id);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    state.gap = row.getLong(1);
                    state.gapReason = row.getString(2);
                }
            }
        }
        return state;
    }

    private long newest(String query, long series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, series);
            try (ResultSet row = statement.executeQuery()) {
                long time = row.next() ? row.getLong(1) : 0;
                return row.wasNull() ? Long.MIN_VALUE : time;
            }
        }
    }

    private void flush() throws SQLException {
        rows.sort(KEY_ORDER);
        for (Row row : rows) {
            Entry.Value value = row.value();
            insertSample.setLong(1, row.series());
            insertSample.setLong(2, value.time());
            insertSample.setInt(3, value.kind());
            insertSample.setObject(4, value.value());
            if (Double.isFinite(value.point())) {
                insertSample.setDouble(5, value.point());
            } else {
                insertSample.setNull(5, Types.REAL);
            }
            insertSample.addBatch();
        }
        if (!rows.isEmpty()) {
            insertSample.executeBatch();
            rows.clear();
        }
    }

    /** All that was added stands in the file from now on. */
    void commit() throws SQLException {
        flush();
        connection.commit();
        fresh.forEach(RecordedSeries::begin);
        fresh.clear();
    }

    /** Rolls up what came since the last time; a transaction of its own. */
    void rollUp() throws SQLException {
        for (State state : states.values()) {
            if (state.oldestNew != Long.MAX_VALUE) {
                RollUp.series(connection, state.id, state.oldestNew, state.last);
                state.oldestNew = Long.MAX_VALUE;
            }
        }
        connection.commit();
    }

    /** Ends the session: the file was closed as it should be. */
    void end(long now) throws SQLException {
        commit();
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE session SET ended = ? WHERE id = ?")) {
            update.setLong(1, now);
            update.setLong(2, session);
            update.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
