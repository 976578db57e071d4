package dev.bulkhead.app.processes;

import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.WorkerStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The table of jobs. */
final class ProcessTable extends TableView<ProcessRow> {
    private static final double ROW_HEIGHT = 26;

    private final LiveCells<ProcessRow> cells = new LiveCells<>();

    ProcessTable() {
        setId("process-table");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("processes.table.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        setPlaceholder(Parts.words("processes.none", "placeholder"));
        addState();
        addText("job", 250, ProcessRow::what);
        addText("slowest", 190, row -> row.targets().isEmpty() ? "" : first(row));
        addNumber("pid", 70, row -> text(row, w -> Long.toString(w.pid())), WorkerStatus::pid);
        addNumber(
                "cpu",
                66,
                row ->
                        row.cpuPercent().isPresent()
                                ? Words.text("processes.cpu", row.cpuPercent().getAsDouble())
                                : UnitScale.NONE,
                w -> w.cpuLoad().orElse(0.0));
        addNumber(
                "memory",
                74,
                row ->
                        row.worker()
                                .flatMap(WorkerStatus::residentBytes)
                                .map(bytes -> Words.text("poll.memory", bytes / 1_048_576))
                                .orElse(UnitScale.NONE),
                w -> w.residentBytes().orElse(0L));
        addNumber(
                "rate",
                90,
                row ->
                        row.worker()
                                .flatMap(WorkerStatus::requestsPerSecond)
                                .map(rate -> Words.text("processes.rate", rate))
                                .orElse(UnitScale.NONE),
                w -> w.requestsPerSecond().orElse(0.0));
        addCount("timeouts", 76, WorkerStatus::timeouts);
        addCount("retries", 64, WorkerStatus::retries);
        addCount("restarts", 72, w -> (long) w.restarts());
    }

    /** {@code core-sw-01 · 12 ms}; of several, the slowest. */
    private static String first(ProcessRow row) {
        return TargetLine.words(row.targets().getFirst());
    }

    private static String text(ProcessRow row, Function<WorkerStatus, String> text) {
        return row.worker().map(text).orElse(UnitScale.NONE);
    }

    private TableColumn<ProcessRow, ProcessRow> column(String key, double width) {
        TableColumn<ProcessRow, ProcessRow> column =
                new TableColumn<>(Words.text("processes.column." + key));
        column.setId("process-column-" + key);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }

    private void addState() {
        TableColumn<ProcessRow, ProcessRow> column = column("state", 100);
        column.setComparator(Comparator.comparing(ProcessTable::state));
        cells.installEach(column, StateFace::new);
    }

    private static String state(ProcessRow row) {
        return row.worker().map(WorkerStatus::state).orElseGet(() -> Words.text("jobs.starting"));
    }

    private void addText(String key, double width, Function<ProcessRow, String> text) {
        TableColumn<ProcessRow, ProcessRow> column = column(key, width);
        column.setComparator(Comparator.comparing(text));
        cells.install(column, (row, cell) -> cell.setText(text.apply(row)));
    }

    private void addCount(String key, double width, Function<WorkerStatus, Long> count) {
        addNumber(
                key,
                width,
                row -> text(row, worker -> Words.text("processes.count", count.apply(worker))),
                worker -> count.apply(worker));
    }

    private void addNumber(
            String key,
            double width,
            Function<ProcessRow, String> text,
            ToDoubleFunction<WorkerStatus> order) {
        TableColumn<ProcessRow, ProcessRow> column = column(key, width);
        column.getStyleClass().add("number-cell");
        column.setComparator(
                Comparator.comparingDouble(
                        row -> row.worker().map(order::applyAsDouble).orElse(-1.0)));
        cells.install(column, (row, cell) -> cell.setText(text.apply(row)));
    }

    /** Shows these rows as they are now. */
    void show(List<ProcessRow> rows) {
        Optional<ProcessRow> chosen = chosen();
        if (getItems().size() != rows.size() || !getItems().containsAll(rows)) {
            getItems().setAll(rows);
            sort();
            chosen.filter(rows::contains).ifPresent(getSelectionModel()::select);
        }
        if (getSelectionModel().isEmpty() && !rows.isEmpty()) {
            getSelectionModel().selectFirst();
        }
        cells.repaint();
    }

    Optional<ProcessRow> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** Icon and word. */
    private static final class StateFace implements LiveCells.Face<ProcessRow> {
        private final FontIcon icon = new FontIcon();

        @Override
        public void show(ProcessRow row, IndexedCell<?> cell) {
            String state = state(row);
            boolean runs = state.equals("running");
            boolean restarts = state.equals("restarting");
            icon.setIconCode(
                    runs
                            ? MaterialDesignC.CIRCLE_MEDIUM
                            : restarts ? MaterialDesignR.RESTART : MaterialDesignD.DOTS_HORIZONTAL);
            icon.getStyleClass()
                    .setAll(
                            "ikonli-font-icon",
                            "state-icon",
                            runs ? "success" : restarts ? "warning" : "muted");
            cell.setText(state);
            cell.setGraphic(icon);
        }
    }
}
