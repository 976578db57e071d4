package dev.bulkhead.app.demo;

import dev.bulkhead.app.chart.TimeWindow;
import dev.bulkhead.app.history.Entry;
import dev.bulkhead.app.history.HistoryWriter;
import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.history.RecordedSeries;
import dev.bulkhead.app.history.SeriesKey;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The History page and the chart of a week, over a file that is made for the pictures. On the
 * tour's thread.
 */
final class HistoryChapter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long STEP_MILLIS = 10_000;
    private static final List<String> CHARTED =
            List.of("ifHCInOctets.25", "ifHCOutOctets.25", "ifHCInOctets.26", "ifHCOutOctets.26");
    private static final List<String> OIDS =
            List.of(
                    "1.3.6.1.2.1.31.1.1.1.6.25",
                    "1.3.6.1.2.1.31.1.1.1.10.25",
                    "1.3.6.1.2.1.31.1.1.1.6.26",
                    "1.3.6.1.2.1.31.1.1.1.10.26");

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;
    private final Random random = new Random(42);

    HistoryChapter(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
    }

    void take(Album album) {
        run("history");
        album.take("history-nowhere");
        if (album.isThorough()) {
            kept(album);
        }
    }

    private void kept(Album album) {
        Path folder = week(album);
        run("history-export");
        album.take("history-export");
        escape("#history-export-bar");
        run("history-delete");
        album.take("history-delete");
        escape("#history-delete-bar");
        run("history-check");
        FxSteps.pass(Duration.ofSeconds(3));
        album.take("history-checked");
        scenes.showChart();
        week(TimeWindow.LAST_7_DAYS);
        album.take("history-week");
        week(TimeWindow.LAST_24_HOURS);
        album.take("history-day");
        week(TimeWindow.LAST_10_MINUTES);
        trouble(album, folder);
    }

    /** The page over a week of values; the folder of their file. */
    Path week(Album album) {
        Path folder = folder();
        Path file = folder.resolve("history.db");
        fill(file);
        workbench.historian().keepIn(file);
        FxSteps.until("the history", PATIENCE, () -> workbench.historian().file().isPresent());
        scenes.graph(CHARTED);
        FxSteps.pass(Duration.ofSeconds(4));
        run("history");
        FxSteps.until("the series", PATIENCE, () -> table().getItems().size() >= CHARTED.size());
        FxSteps.pass(Duration.ofSeconds(3));
        choose();
        album.take("history");
        return folder;
    }

    private void trouble(Album album, Path folder) {
        Path blocked = folder.resolve("no-folder");
        try {
            Files.writeString(blocked, "a file in the place of the folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workbench.historian().keepIn(blocked.resolve("history.db"));
        run("history");
        FxSteps.pass(Duration.ofSeconds(5));
        album.take("history-trouble");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("bulkhead-pictures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A week of traffic with days and nights, a night without answers and a reboot. */
    private void fill(Path file) {
        Target target = FxSteps.ask(() -> workbench.target().target().orElseThrow());
        String label = FxSteps.ask(() -> workbench.target().device().orElseThrow().label());
        try (HistoryWriter writer =
                new HistoryWriter(file, () -> Keep.USUAL, InstantSource.system())) {
            for (int i = 0; i < OIDS.size(); i++) {
                RecordedSeries series =
                        writer.series(
                                new SeriesKey(
                                        target.address(),
                                        label,
                                        OIDS.get(i),
                                        CHARTED.get(i),
                                        "Counter64",
                                        "b/s",
                                        Duration.ofSeconds(1)));
                writer.writeAll(week(series, 40e6 * (i + 1)));
            }
            writer.tidy().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Entry> week(RecordedSeries series, double level) {
        List<Entry> entries = new ArrayList<>();
        long now = Instant.now().toEpochMilli();
        long start = now - WEEK.toMillis();
        double noise = 0;
        for (long time = start; time < now - 60_000; time += STEP_MILLIS) {
            double days = (time - start) / 86_400_000.0;
            if (days > 3.1 && days < 3.4) {
                entries.add(new Entry.Gap(series, time, time, "no answer"));
                time += 600_000;
                continue;
            }
            noise = noise * 0.98 + random.nextGaussian() * 0.03;
            double shape = 1.15 + Math.sin(2 * Math.PI * (days - 0.3)) + noise;
            double point = level * Math.max(0.02, shape);
            entries.add(new Entry.Value(series, time, 70, time, point));
        }
        return entries;
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private TableView<?> table() {
        return (TableView<?>) shell.lookup("#history-table");
    }

    private void choose() {
        FxSteps.tell(() -> {
            table().requestFocus();
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectRange(0, 2);
        });
    }

    private void escape(String bar) {
        FxSteps.tell(() -> {
            Node node = shell.lookup(bar);
            node.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
        });
    }

    private void week(TimeWindow window) {
        FxSteps.tell(() -> {
            if (shell.lookup("#chart-window") instanceof ComboBox<?> box) {
                select(box, window);
            }
        });
        FxSteps.pass(Duration.ofSeconds(2));
    }

    private static <T> void select(ComboBox<T> box, TimeWindow window) {
        box.getItems().stream()
                .filter(window::equals)
                .findFirst()
                .ifPresent(box.getSelectionModel()::select);
    }
}
