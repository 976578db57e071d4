package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.Sparkline;
import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of polls: plain rows that change under their cells. */
final class PollTable extends TableView<PollRow> {
    private static final double ROW_HEIGHT = 26;

    private final PollingViewModel model;
    private final LiveCells<PollRow> cells = new LiveCells<>();
    private List<PollRow> shown = List.of();
    private Instant now;

    PollTable(PollingViewModel model) {
        this.model = model;
        now = model.now();
        setId("poll-table");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("poll.table.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addState();
        addText("target", 104, PollRow::targetLabel);
        addText("object", 178, model::objectName);
        addNumber("value", 160, row -> PollText.value(row, model.names()), PollTable::value);
        addNumber("rate", 96, row -> PollText.rate(row, scale(row)), PollRow::point);
        addSparkline();
        addStatistic("min", Statistics::min);
        addStatistic("average", Statistics::average);
        addStatistic("max", Statistics::max);
        addNumber("every", 58, row -> PollText.period(row.every()), row -> row.every().toMillis());
        addNumber("age", 64, this::age, row -> row.age(now).map(Duration::toMillis).orElse(0L));
    }

    private UnitScale scale(PollRow row) {
        return PollText.scale(row, row.statistics(now));
    }

    private String age(PollRow row) {
        return row.age(now).map(PollText::age).orElse(UnitScale.NONE);
    }

    private static double value(PollRow row) {
        return row.value().map(varBind -> Quantity.raw(varBind.value())).orElse(Double.NaN);
    }

    private TableColumn<PollRow, PollRow> column(String key, double width) {
        TableColumn<PollRow, PollRow> column = new TableColumn<>(Words.text("poll.column." + key));
        column.setId("poll-column-" + key);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }

    private void addState() {
        TableColumn<PollRow, PollRow> column = column("state", 88);
        column.getStyleClass().add("poll-state-cell");
        column.setComparator(Comparator.comparing(row -> row.state(now)));
        cells.installEach(column, StateFace::new);
    }

    private String detail(PollRow row, PollState state) {
        String what =
                row.failure()
                        .map(f -> f.message() + "\n" + f.advice())
                        .orElseGet(() -> Words.text("poll." + state.key() + ".tip"));
        PollSummary.Workers workers = model.workersOf(List.of(row));
        return workers.count() == 0 ? what : what + "\n" + PollBar.words(workers);
    }

    private void addText(String key, double width, Function<PollRow, String> text) {
        TableColumn<PollRow, PollRow> column = column(key, width);
        column.setComparator(Comparator.comparing(text));
        cells.install(column, (row, cell) -> cell.setText(text.apply(row)));
    }

    private void addNumber(
            String key,
            double width,
            Function<PollRow, String> text,
            ToDoubleFunction<PollRow> order) {
        TableColumn<PollRow, PollRow> column = column(key, width);
        column.getStyleClass().add("number-cell");
        column.setComparator(Comparator.comparingDouble(order));
        cells.install(column, (row, cell) -> cell.setText(text.apply(row)));
    }

    private void addStatistic(String key, ToDoubleFunction<Statistics> part) {
        addNumber(
                key,
                70,
                row -> {
                    Optional<Statistics> statistics = row.statistics(now);
                    UnitScale scale = PollText.scale(row, statistics);
                    return statistics
                            .filter(_ -> row.isMeasure())
                            .map(s -> scale.number(part.applyAsDouble(s)))
                            .orElse("");
                },
                row -> row.statistics(now).map(part::applyAsDouble).orElse(Double.NaN));
        getColumns().getLast().getStyleClass().add("muted-cell");
    }

    private void addSparkline() {
        TableColumn<PollRow, PollRow> column = column("recent", 104);
        column.setSortable(false);
        cells.installEach(
                column,
                () -> {
                    Sparkline sparkline = new Sparkline();
                    return (row, cell) -> {
                        sparkline.show(row.series(), now.toEpochMilli());
                        cell.setGraphic(row.series().isEmpty() ? null : sparkline);
                        cell.setAccessibleText(sparkline.getAccessibleText());
                    };
                });
    }

    /** The selected rows, from top to bottom. */
    List<PollRow> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    /** Shows all visible rows as they are now. */
    void repaint() {
        now = model.now();
        List<PollRow> rows = model.rows();
        if (!rows.equals(shown)) {
            shown = rows;
            Set<PollRow> here = new HashSet<>(getItems());
            getItems().retainAll(new HashSet<>(rows));
            getItems().addAll(rows.stream().filter(row -> !here.contains(row)).toList());
        }
        cells.repaint();
    }

    /** Icon and word; more is said while the mouse rests on it. */
    private final class StateFace implements LiveCells.Face<PollRow> {
        private final FontIcon icon = new FontIcon();
        private final Tooltip tooltip = new Tooltip();

        private static Ikon icon(PollState state) {
            return switch (state) {
                case STARTING -> MaterialDesignD.DOTS_HORIZONTAL;
                case OK -> MaterialDesignC.CIRCLE_MEDIUM;
                case LATE -> MaterialDesignC.CLOCK_OUTLINE;
                case NO_ANSWER -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
                case MISSING -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
                case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                case RESTARTING -> MaterialDesignR.RESTART;
                case PAUSED -> MaterialDesignP.PAUSE;
                case ENDED -> MaterialDesignS.STOP;
            };
        }

        @Override
        public void show(PollRow row, IndexedCell<?> cell) {
            PollState state = row.state(now);
            icon.setIconCode(icon(state));
            icon.getStyleClass().setAll("ikonli-font-icon", "poll-state", state.key());
            cell.setText(Words.text("poll." + state.key()));
            cell.setGraphic(icon);
            cell.setTooltip(tooltip);
            tooltip.setOnShowing(_ -> tooltip.setText(detail(row, state)));
        }
    }
}
