package dev.bulkhead.app.history;

import static dev.bulkhead.app.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("history.db");
    }

    private Connection plain(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static Set<String> definitions(Connection connection) throws SQLException {
        Set<String> all = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyEarlierVersionBecomesTheOneOfToday(int earlier) throws Exception {
        try (Connection connection = plain(file())) {
            Schema.bringUpTo(connection, earlier);
            assertThat(Schema.version(connection)).isEqualTo(earlier);
        }
        Set<String> fresh;
        try (Connection connection = Sqlite.writer(folder.resolve("fresh.db"))) {
            fresh = definitions(connection);
        }
        try (Connection connection = Sqlite.writer(file())) {
            assertThat(Schema.version(connection)).isEqualTo(Schema.VERSION);
            assertThat(definitions(connection)).isEqualTo(fresh);
        }
    }

    /** Version 1 had no roll-ups: all of its samples get some when values come again. */
    @Test
    void samplesOfVersionOneAreKeptAndRolledUp() throws Exception {
        try (Connection connection = plain(file());
                Statement statement = connection.createStatement()) {
            Schema.bringUpTo(connection, 1);
            SeriesKey key = Histories.key("a");
            statement.executeUpdate(
                    "INSERT INTO target VALUES (1, '" + key.address() + "', 'old name')");
            statement.executeUpdate(
                    "INSERT INTO series VALUES (1, 1, '"
                            + key.oid()
                            + "', 'a', 'Gauge32', '', 1000)");
            statement.executeUpdate("INSERT INTO session VALUES (1, " + START + ", 1)");
            for (int i = 0; i < 180; i++) {
                statement.executeUpdate(
                        "INSERT INTO sample VALUES (1, "
                                + (START + i * 1_000L)
                                + ", 66, "
                                + i
                                + ", "
                                + i
                                + ")");
            }
        }
        try (HistoryWriter writer = Histories.writer(file())) {
            RecordedSeries series = writer.series(Histories.key("a"));
            writer.writeAll(Histories.seconds(series, START + 300_000, 120));
            writer.tidy().join();
        }
        try (HistoryReader reader = HistoryReader.open(file())) {
            long id = Histories.only(reader);
            assertThat(reader.count(id)).isEqualTo(300);
            assertThat(reader.series().getFirst().key()).isEqualTo(Histories.key("a"));
            Spans minutes = reader.spans(id, START, START + 420_000, Level.MINUTES);
            assertThat(minutes.size()).isEqualTo(5);
            assertThat(minutes.average(0)).isEqualTo(29.5);
            assertThat(minutes.time(3)).isEqualTo(START + 300_000);
            assertThat(Sqlite.number(Sqlite.reader(file()), "SELECT count(*) FROM minute", 0))
                    .isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void aNewerFileIsNotRead() throws Exception {
        try (Connection connection = Sqlite.writer(file())) {
            Sqlite.run(connection, "PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> HistoryReader.open(file()))
                .isInstanceOf(NewerFileException.class)
                .hasMessage("the file has version 99, this program knows " + Schema.VERSION);
    }

    @Test
    void theFileExplainsItself() throws Exception {
        try (Connection connection = Sqlite.writer(file())) {
            assertThat(String.join("\n", definitions(connection)))
                    .contains("the number drawn, in series.unit")
                    .contains("a whole minute");
        }
    }
}
