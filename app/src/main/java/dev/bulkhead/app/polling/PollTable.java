package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.Sparkline;
import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The table of polls, in groups: plain rows that change under their cells. */
final class PollTable extends TableView<PollEntry> {
    private static final double ROW_HEIGHT = 26;
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final PollingViewModel model;
    private final LiveCells<PollEntry> cells = new LiveCells<>();
    private final PollStateFace.Details details = this::detail;
    private final PollDrag drag;
    private List<PollEntry> shown = List.of();
    private final Set<Row> live = Collections.newSetFromMap(new WeakHashMap<>());
    private long shownVersion = -1;
    private boolean isSorted;
    private Instant now;

    PollTable(PollingViewModel model) {
        this.model = model;
        now = model.now();
        drag = new PollDrag(this, model);
        setId("poll-table");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("poll.table.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Row());
        setSortPolicy(_ -> {
            repaint();
            return true;
        });
        addState();
        addText("target", 96, PollRow::targetLabel);
        addText("object", 156, model::objectName);
        addNumber("value", 162, row -> PollText.value(row, model.names()), PollTable::value);
        addNumber("rate", 94, row -> PollText.rate(row, scale(row)), PollRow::point);
        addTotal();
        addSparkline();
        addStatistic("min", 56, Statistics::min);
        addStatistic("average", 70, Statistics::average);
        addStatistic("max", 56, Statistics::max);
        addNumber("every", 54, row -> PollText.period(row.every()), row -> row.every().toMillis());
        addNumber("age", 54, this::age, row -> row.age(now).map(Duration::toMillis).orElse(0L));
    }

    /** Keeps order and widths of the columns from now on; restores them first. */
    void keepLayout(Settings settings) {
        new PollColumns(this, settings).follow();
    }

    private UnitScale scale(PollRow row) {
        return PollText.scale(row, row.statistics(now));
    }

    private String age(PollRow row) {
        return row.age(now).map(PollText::age).orElse(UnitScale.NONE);
    }

    private static double value(PollRow row) {
        return row.value()
                .map(varBind -> Quantity.raw(varBind.value()))
                .orElseGet(() -> row.formula().isPresent() ? row.point() : Double.NaN);
    }

    private TableColumn<PollEntry, PollEntry> column(String key, double width) {
        TableColumn<PollEntry, PollEntry> column =
                new TableColumn<>(Words.text("poll.column." + key));
        column.setId("poll-column-" + key);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }

    /** Orders rows; heads of groups stand where their groups do. */
    private static Comparator<PollEntry> rows(Comparator<PollRow> order) {
        return (one, other) ->
                one instanceof PollRow a && other instanceof PollRow b ? order.compare(a, b) : 0;
    }

    private void addState() {
        TableColumn<PollEntry, PollEntry> column = column("state", 96);
        column.getStyleClass().add("poll-state-cell");
        column.setComparator(rows(Comparator.comparing(row -> row.state(now))));
        cells.installEach(column, () -> new PollStateFace(() -> now, details));
    }

    private String detail(PollRow row, PollState state) {
        String what =
                row.failure()
                        .map(f -> f.message() + "\n" + f.advice())
                        .or(() ->
                                row.undefined()
                                        .map(why -> Words.text("poll.state-undefined.why", why)))
                        .or(() ->
                                row.waiting()
                                        .map(whom ->
                                                Words.text(
                                                        "poll.state-waiting.why",
                                                        whom.credential().named().orElse(""))))
                        .orElseGet(() -> Words.text("poll." + state.key() + ".tip"));
        String edge =
                row.settings()
                        .threshold()
                        .map(t -> "\n" + PollText.threshold(t, row.series().unit()))
                        .orElse("");
        PollSummary.Workers workers = model.workersOf(List.of(row));
        return what + edge + (workers.count() == 0 ? "" : "\n" + PollBar.words(workers));
    }

    private void addText(String key, double width, Function<PollRow, String> text) {
        TableColumn<PollEntry, PollEntry> column = column(key, width);
        column.setComparator(rows(Comparator.comparing(text)));
        cells.install(column, face(text));
    }

    private static LiveCells.Face<PollEntry> face(Function<PollRow, String> text) {
        return (entry, cell) -> cell.setText(entry instanceof PollRow row ? text.apply(row) : "");
    }

    private void addNumber(
            String key,
            double width,
            Function<PollRow, String> text,
            ToDoubleFunction<PollRow> order) {
        TableColumn<PollEntry, PollEntry> column = column(key, width);
        column.getStyleClass().add("number-cell");
        column.setComparator(rows(Comparator.comparingDouble(order)));
        cells.install(column, face(text));
    }

    private void addTotal() {
        TableColumn<PollEntry, PollEntry> column = column("total", 82);
        column.getStyleClass().add("number-cell");
        column.setComparator(
                rows(
                        Comparator.comparingDouble(
                                row -> row.total().map(PollTotal::amount).orElse(-1.0))));
        cells.installEach(column, PollTotalFace::new);
    }

    private void addStatistic(String key, double width, ToDoubleFunction<Statistics> part) {
        addNumber(
                key,
                width,
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
        TableColumn<PollEntry, PollEntry> column = column("recent", 88);
        column.setSortable(false);
        cells.installEach(
                column,
                () -> {
                    Sparkline sparkline = new Sparkline();
                    return (entry, cell) -> {
                        boolean drawn = entry instanceof PollRow row && !row.series().isEmpty();
                        if (entry instanceof PollRow row) {
                            sparkline.show(row.series(), now.toEpochMilli());
                        }
                        cell.setGraphic(drawn ? sparkline : null);
                        cell.setAccessibleText(drawn ? sparkline.getAccessibleText() : "");
                    };
                });
    }

    /** The selected rows, from top to bottom; of a selected group all. */
    List<PollRow> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .flatMap(entry ->
                        switch (entry) {
                            case PollRow row -> List.of(row).stream();
                            case PollGroup group -> group.rows().stream();
                        })
                .distinct()
                .toList();
    }

    /** The group whose head has the focus. */
    Optional<PollGroup> focusedGroup() {
        return getFocusModel().getFocusedItem() instanceof PollGroup group
                ? Optional.of(group)
                : Optional.empty();
    }

    /** Shows a group's rows, or hides them. */
    void toggle(PollGroup group) {
        model.open(group.name(), !group.isOpen());
        repaint();
    }

    /** Selects these rows and nothing else. */
    void select(List<PollRow> some) {
        getSelectionModel().clearSelection();
        for (PollRow row : some) {
            getSelectionModel().select(row);
        }
        if (!some.isEmpty()) {
            scrollTo(some.getFirst());
        }
    }

    /** Shows all visible rows as they are now. */
    void repaint() {
        now = model.now();
        Comparator<PollEntry> order = getComparator();
        long version = model.version();
        if (order != null || isSorted || version != shownVersion) {
            shownVersion = version;
            isSorted = order != null;
            arrange(model.entries(order == null ? (_, _) -> 0 : (a, b) -> order.compare(a, b)));
        }
        cells.repaint();
        live.forEach(Row::tone);
    }

    private void arrange(List<PollEntry> entries) {
        if (!entries.equals(shown)) {
            List<PollRow> chosen = selected();
            boolean isHead = focusedGroup().isPresent();
            int head = getFocusModel().getFocusedIndex();
            shown = entries;
            getItems().setAll(entries);
            getSelectionModel().clearSelection();
            if (isHead) {
                getSelectionModel().select(Math.min(head, entries.size() - 1));
            } else {
                chosen.stream()
                        .filter(entries::contains)
                        .forEach(row -> getSelectionModel().select(row));
            }
        }
    }

    /** A row that says by its colour, too, whether it alarms; or the head of a group. */
    private final class Row extends TableRow<PollEntry> {
        private final PollGroupHead head = new PollGroupHead();

        Row() {
            getStyleClass().add("poll-row");
            live.add(this);
            drag.install(this);
            setOnMouseClicked(event -> {
                if (getItem() instanceof PollGroup group && event.getClickCount() == 1) {
                    toggle(group);
                }
            });
        }

        @Override
        protected void updateItem(PollEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            tone();
        }

        void tone() {
            PollEntry entry = isEmpty() ? null : getItem();
            pseudoClassStateChanged(ALARM, entry instanceof PollRow row && row.isAlarm());
            pseudoClassStateChanged(GROUP, entry instanceof PollGroup);
            head.setVisible(entry instanceof PollGroup);
            if (entry instanceof PollGroup group) {
                head.show(group);
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (head.isVisible()) {
                // The skin sets the cells as children anew as it likes.
                if (!getChildren().contains(head)) {
                    getChildren().add(head);
                }
                head.resizeRelocate(0, 0, head.prefWidth(-1), getHeight());
            } else {
                getChildren().remove(head);
            }
        }
    }
}
