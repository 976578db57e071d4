package dev.bulkhead.tests.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run of a poll set left: its files, and what was scraped meanwhile. One thread. */
final class PollSetFiles {
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(-?[\\d.E+]+))");

    /** A value of a series. */
    record Value(long time, String value) {}

    /** A time without values. */
    record Gap(long from, long to) {}

    /** A round of a device, which was answered or failed. */
    record Round(long round, long time) {}

    /** Whom and how often. */
    record Course(String device, String every) {}

    /** By device and object's name with its instance. */
    private final Map<String, List<Value>> csv = new TreeMap<>();

    private final Map<String, List<Value>> json = new TreeMap<>();
    private final Map<String, List<Value>> sqlite = new TreeMap<>();
    private final Map<String, Set<Gap>> csvGaps = new TreeMap<>();
    private final Map<String, Set<Gap>> jsonGaps = new TreeMap<>();
    private final Map<String, List<Gap>> sqliteGaps = new TreeMap<>();
    private final Map<String, List<Round>> rounds = new TreeMap<>();
    private final Map<String, Set<Long>> failures = new TreeMap<>();
    private final Map<String, Set<Long>> failureTimes = new TreeMap<>();
    private final Map<String, Integer> events = new TreeMap<>();

    static PollSetFiles read(Path folder) throws IOException, SQLException {
        PollSetFiles files = new PollSetFiles();
        try (Stream<String> lines = Files.lines(folder.resolve("run.csv"))) {
            lines.skip(1).forEach(files::csv);
        }
        try (Stream<String> lines = Files.lines(folder.resolve("run.jsonl"))) {
            lines.forEach(files::json);
        }
        files.sqlite(folder.resolve("run.db"));
        return files;
    }

    Map<String, List<Value>> csv() {
        return csv;
    }

    Map<String, List<Value>> json() {
        return json;
    }

    Map<String, List<Value>> sqlite() {
        return sqlite;
    }

    Map<String, Set<Gap>> csvGaps() {
        return csvGaps;
    }

    Map<String, Set<Gap>> jsonGaps() {
        return jsonGaps;
    }

    Map<String, List<Gap>> sqliteGaps() {
        return sqliteGaps;
    }

    /** By series: the rounds that gave a value or failed. */
    Map<String, List<Round>> rounds() {
        return rounds;
    }

    /** By device: the rounds that failed. */
    Map<String, Set<Long>> failures() {
        return failures;
    }

    /** By device: when rounds failed, which is where their gap marks are. */
    Map<String, Set<Long>> failureTimes() {
        return failureTimes;
    }

    /** How many rows of each kind of event the CSV has. */
    Map<String, Integer> events() {
        return events;
    }

    private void csv(String line) {
        List<String> cells = cells(line);
        String event = cells.get(8);
        String series =
                cells.get(2)
                        + " "
                        + cells.get(3)
                        + (cells.get(4).isEmpty() ? "" : "." + cells.get(4));
        long time = Instant.parse(cells.get(0)).toEpochMilli();
        if (event.isEmpty()) {
            add(csv, series, new Value(time, cells.get(5)));
        } else if (event.equals("gap")) {
            long to = Instant.parse(cells.get(1)).toEpochMilli();
            csvGaps.computeIfAbsent(series, _ -> new HashSet<>()).add(new Gap(time, to));
        } else {
            events.merge(event, 1, Integer::sum);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private void json(String line) {
        Map<String, String> fields = fields(line);
        String name = fields.getOrDefault("name", "");
        String series =
                fields.getOrDefault("device", "")
                        + " "
                        + name.substring(name.indexOf("::") + 1 + (name.contains("::") ? 1 : 0));
        String event = fields.getOrDefault("event", "");
        long time = Instant.parse(fields.get("time")).toEpochMilli();
        if (event.equals("gap")) {
            jsonGaps.computeIfAbsent(series, _ -> new HashSet<>())
                    .add(
                            new Gap(
                                    Instant.parse(fields.get("from")).toEpochMilli(),
                                    Instant.parse(fields.get("to")).toEpochMilli()));
        } else if (event.equals("failure")) {
            failures.computeIfAbsent(fields.getOrDefault("device", ""), _ -> new HashSet<>())
                    .add(Long.parseLong(fields.get("round")));
            failureTimes
                    .computeIfAbsent(fields.getOrDefault("device", ""), _ -> new HashSet<>())
                    .add(time);
        } else if (event.isEmpty()) {
            add(rounds, series, new Round(Long.parseLong(fields.get("round")), time));
            if (fields.containsKey("value")) {
                add(json, series, new Value(time, fields.get("value")));
            } else {
                jsonGaps.computeIfAbsent(series, _ -> new HashSet<>()).add(new Gap(time, time));
            }
        }
    }

    static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.put(
                    matcher.group(1),
                    matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return fields;
    }

    private void sqlite(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            Map<Long, String> names = new HashMap<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT series.id, target.label, series.name FROM series"
                                    + " JOIN target ON target.id = series.target")) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2) + " " + rows.getString(3));
                }
            }
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT series, time, value FROM sample WHERE value IS NOT NULL"
                                    + " ORDER BY series, time")) {
                while (rows.next()) {
                    add(
                            sqlite,
                            String.valueOf(names.get(rows.getLong(1))),
                            new Value(rows.getLong(2), rows.getString(3)));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT series, since, until FROM gap")) {
                while (rows.next()) {
                    add(
                            sqliteGaps,
                            String.valueOf(names.get(rows.getLong(1))),
                            new Gap(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
    }

    private static <T> void add(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }
}
