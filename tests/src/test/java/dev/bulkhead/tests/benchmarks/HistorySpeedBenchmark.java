package dev.bulkhead.tests.benchmarks;

import atlantafx.base.theme.PrimerLight;
import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.ChartView;
import dev.bulkhead.app.chart.ChartViewModel;
import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.Level;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.history.StoredSeries;
import dev.bulkhead.app.past.Historian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Ten million samples ({@code -Dsamples}) of 16 series over a week in a history: how fast they go
 * in, how fast a week of one series comes out and onto a chart, and how long a window's history
 * takes to be open with that file and without.
 *
 * <p>The last 21 hours are written as the window writes them, and measured; the rest of the week is
 * copies of them made by SQLite itself, so that all is over within minutes.
 */
final class HistorySpeedBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SERIES = 16;
    private static final int ROUND = 1_000;
    private static final int REPEATS = 9;

    /** Parts of a week, of 21 whole hours each: copies fall into the same minutes and hours. */
    private static final int PARTS = 8;

    private static final Duration PART = Duration.ofDays(7).dividedBy(PARTS);
    private static final Instant NOW = Instant.parse("2026-03-08T00:00:00Z");

    private final Path file;
    private final int samples;
    private final GoalTable table = new GoalTable();

    private HistorySpeedBenchmark(Path file, int samples) {
        this.file = file;
        this.samples = samples;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Settings.output("history"), "run");
        Platform.setImplicitExit(false);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        HistorySpeedBenchmark benchmark =
                new HistorySpeedBenchmark(
                        folder.resolve("history.db"), Settings.number("samples", 10_000_000));
        benchmark.insert();
        benchmark.copy();
        benchmark.read();
        benchmark.chart();
        benchmark.open(folder.resolve("empty").resolve("history.db"));
        Platform.exit();
    }

    private long stepMillis() {
        return Duration.ofDays(7).toMillis() * SERIES / samples;
    }

    private void insert() throws InterruptedException {
        long step = stepMillis();
        long start = NOW.toEpochMilli() - PART.toMillis();
        int written = samples / PARTS;
        long begin = System.nanoTime();
        try (HistoryWriter writer =
                new HistoryWriter(file, () -> Keep.USUAL, InstantSource.fixed(NOW))) {
            List<RecordedSeries> all = new ArrayList<>();
            for (int i = 0; i < SERIES; i++) {
                all.add(writer.series(key(i, step)));
            }
            List<Entry> round = new ArrayList<>(ROUND * SERIES);
            for (int done = 0; done < written; done += SERIES) {
                long time = start + done / SERIES * step;
                for (int i = 0; i < SERIES; i++) {
                    round.add(
                            new Entry.Value(
                                    all.get(i),
                                    time,
                                    70,
                                    done * 1_000L + i,
                                    Math.sin(done * 1e-5 + i) * 1e8));
                }
                if (round.size() >= ROUND * SERIES) {
                    writer.writeAll(round);
                    round.clear();
                }
            }
            writer.writeAll(round);
            awaitCommitted(writer, written);
            double seconds = (System.nanoTime() - begin) / 1e9;
            table.tell("samples inserted a second (goal: at least 100,000)", written / seconds, "");
            long rolling = System.nanoTime();
            writer.tidy().join();
            table.tell("rolled up at the end", (System.nanoTime() - rolling) / 1e6, "ms");
        }
    }

    /** What was written once more, as of the parts of the week before. */
    private void copy() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String of : List.of("sample", "minute", "hour")) {
                List<String> columns = columns(statement, of);
                String first =
                        "%d AND time < %d"
                                .formatted(
                                        NOW.toEpochMilli() - PART.toMillis(), NOW.toEpochMilli());
                for (int part = PARTS - 1; part > 0; part--) {
                    String shifted =
                            String.join(", ", columns)
                                    .replaceFirst("\\btime\\b", "time - " + part * PART.toMillis());
                    statement.executeUpdate(
                            "INSERT OR IGNORE INTO %s (%s) SELECT %s FROM %s WHERE time >= %s"
                                    .formatted(of, String.join(", ", columns), shifted, of, first));
                }
                connection.commit();
            }
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM sample")) {
                count.next();
                table.tell("samples in the file", (double) count.getLong(1), "");
            }
        }
        table.tell("file", sizeOf(file) / 1e6, "MB");
    }

    private static List<String> columns(Statement statement, String of) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("SELECT name FROM pragma_table_info('%s')".formatted(of))) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private static double sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static SeriesKey key(int index, long step) {
        return new SeriesKey(
                "192.0.2.1:161",
                "core-sw-01",
                "1.3.6.1.2.1.31.1.1.1.6." + index,
                "ifHCInOctets." + index,
                "Counter64",
                "b/s",
                Duration.ofMillis(step));
    }

    private static void awaitCommitted(HistoryWriter writer, long count) {
        while (writer.state().committed() < count) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void read() throws Exception {
        long to = NOW.toEpochMilli();
        long week = Duration.ofDays(7).toMillis();
        double[] cold = new double[REPEATS];
        int[] spans = new int[1];
        for (int i = 0; i < REPEATS; i++) {
            int each = i % SERIES;
            cold[i] = millis(() -> spans[0] = week(each, to - week, to));
        }
        table.below("a week of one series read, file opened anew, median", 150, median(cold), "ms");
        table.below("the same, slowest of 9", 150, Arrays.stream(cold).max().orElseThrow(), "ms");
        table.tell("spans read", spans[0], "");
    }

    private int week(int index, long from, long to) throws SQLException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            StoredSeries series =
                    reader.series().stream()
                            .filter(each -> each.key().name().equals("ifHCInOctets." + index))
                            .findFirst()
                            .orElseThrow();
            Level level = Level.of(to - from, series.key().every(), 1_500);
            return reader.spans(series.id(), from, to, level).size();
        }
    }

    /** From the choice of a week until its picture stands, in the chart of an open window. */
    private void chart() throws Exception {
        double[] shown = new double[REPEATS];
        UiTicker ticker = new UiTicker();
        ticker.close(); // no repaint but ours
        ChartViewModel model = new ChartViewModel(InstantSource.fixed(NOW));
        ChartView view = onFx(() -> show(model, ticker));
        for (int i = 0; i < REPEATS; i++) {
            SeriesKey key = key(i % SERIES, stepMillis());
            try (Historian historian =
                    new Historian(_ -> "", () -> Keep.USUAL, InstantSource.fixed(NOW))) {
                Series series = new Series();
                series.unit("b/s");
                series.past(historian.past(file, key));
                onFx(() -> {
                    model.remove(model.lines());
                    model.window(TimeWindow.LAST_5_MINUTES); // the week is not read yet
                    model.chart(List.of(new ChartLine(series, key.name(), "sw", key.every())));
                    return true;
                });
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500)); // the window is idle
                shown[i] = millis(() -> drawWeek(model, series, view));
            }
        }
        onFx(() -> {
            view.getScene().getWindow().hide();
            return true;
        });
        table.below("a week of one series drawn, median", 150, median(shown), "ms");
        table.below("the same, slowest of 9", 150, Arrays.stream(shown).max().orElseThrow(), "ms");
    }

    private static ChartView show(ChartViewModel model, UiTicker ticker) {
        ChartView view = new ChartView(model, ticker, () -> {});
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1_080, 700));
        stage.show();
        return view;
    }

    private static int drawWeek(ChartViewModel model, Series series, ChartView view)
            throws Exception {
        long before =
                onFx(() -> {
                    long version = series.version();
                    model.window(TimeWindow.LAST_7_DAYS);
                    view.repaint();
                    return version;
                });
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (series.version() == before) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the week was not read within " + PATIENCE);
            }
            LockSupport.parkNanos(200_000);
        }
        onFx(() -> {
            view.repaint();
            return true;
        });
        return 0;
    }

    /** What a start has to wait for, and when the history is ready behind it. */
    private void open(Path empty) throws Exception {
        double[][] waited = new double[2][REPEATS];
        double[][] ready = new double[2][REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            for (int full = 0; full < 2; full++) {
                open(full == 1 ? file : empty, i, waited[full], ready[full]);
            }
        }
        table.below("a start waits, without history, median", 5, median(waited[0]), "ms");
        table.below("a start waits, with all that, median", 5, median(waited[1]), "ms");
        table.tell("written to after, without history, median", median(ready[0]), "ms");
        table.tell("written to after, with all that, median", median(ready[1]), "ms");
        table.tell("times as long as without", median(ready[1]) / median(ready[0]), "");
    }

    private static void open(Path file, int round, double[] waited, double[] ready)
            throws Exception {
        Historian historian = new Historian(_ -> "", () -> Keep.USUAL, InstantSource.fixed(NOW));
        long begin = System.nanoTime();
        historian.keepIn(file);
        waited[round] = (System.nanoTime() - begin) / 1e6;
        while (historian.state().map(HistoryState::phase).orElse(HistoryState.Phase.OPENING)
                != HistoryState.Phase.WRITING) {
            LockSupport.parkNanos(100_000);
        }
        ready[round] = (System.nanoTime() - begin) / 1e6;
        historian.close();
    }

    private static double millis(Callable<?> action) throws Exception {
        long begin = System.nanoTime();
        action.call();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
