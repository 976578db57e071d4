package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The Poll tab: pane bar, the table of polls, and what last happened to their jobs. */
public final class PollingView extends BorderPane {
    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final int NAMED_IN_FORMULA = 4;

    private final PollingViewModel model;
    private final Consumer<List<ChartLine>> chart;
    private final PollTable table;
    private final PollBar bar;
    private final PollEditor editor;
    private final VBox top;
    private final PollNotice notice;
    private final PollEmpty empty;
    private Optional<FormulaEditor> formulas = Optional.empty();
    private Optional<UndoStack> undo = Optional.empty();
    private final PollWaitBar waitBar = new PollWaitBar();
    private Supplier<Optional<PollWait>> waiting = Optional::empty;
    private Runnable add = () -> {};

    /**
     * A table of what {@code model} holds.
     *
     * @param chart shows lines in a chart, and that chart to the user
     */
    public PollingView(PollingViewModel model, UiTicker ticker, Consumer<List<ChartLine>> chart) {
        this.model = model;
        this.chart = chart;
        setId("polls");
        getStyleClass().add("polling-view");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PollingView.class.getResource("polling.css"))
                                .toExternalForm());
        table = new PollTable(model);
        bar = new PollBar(new BarActions());
        editor = new PollEditor(model, this::repaint);
        top = new VBox(bar.node(), waitBar, editor);
        notice = new PollNotice(this::dismiss);
        empty = new PollEmpty(() -> add.run());
        table.setContextMenu(contextMenu());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            boolean isHead = table.focusedGroup().isPresent();
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !isHead) {
                chartSelected();
            }
        });
        table.getSelectionModel().getSelectedItems().subscribe(this::repaintBar);
        repaint();
        ticker.registerEvery(REPAINT, this::tick);
    }

    /**
     * Gives the view its way to new polls, which it shows from now on.
     *
     * @param action polls what the user has chosen elsewhere
     * @param key its shortcut in words, such as {@code Ctrl+P}; may be empty
     */
    public void onAdd(Runnable action, String key) {
        add = action;
        bar.showAdd(true);
        empty.showAdd(true, key);
    }

    /** Gives the view formulas, undo, and a memory of its columns. */
    public void offer(PollOffers offers) {
        undo = Optional.of(offers.undo());
        FormulaEditor fresh = new FormulaEditor(offers.desk(), this::accept);
        formulas = Optional.of(fresh);
        top.getChildren().add(2, fresh);
        bar.showFormula();
        empty.offerFormula(this::openFormula);
        table.keepLayout(offers.settings());
    }

    /** Says from now on why polls wait; asked whenever the view repaints. */
    public void onWaiting(Supplier<Optional<PollWait>> why) {
        waiting = why;
    }

    private void accept(FormulaEditor.Ready ready) {
        PollRow row = model.add(ready.item(), ready.formula(), ready.title(), ready.every());
        repaint();
        table.select(List.of(row));
        table.requestFocus();
    }

    private ContextMenu contextMenu() {
        return new ContextMenu(
                item("poll-chart", this::chartSelected),
                item("poll-edit", this::editSelected),
                item("poll-hold", this::holdSelected),
                new SeparatorMenuItem(),
                item("poll-up", () -> move(-1)),
                item("poll-down", () -> move(1)),
                new SeparatorMenuItem(),
                item("poll-formula", this::openFormula),
                item("poll-remove", this::removeSelected));
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Words.text("button." + id));
        item.setId(id.replaceFirst("poll-", "poll-menu-"));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        Optional<PollGroup> group = table.focusedGroup();
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        boolean done = plain && group.map(head -> key(event, head)).orElse(false);
        if (done || (plain && key(event.getCode()))) {
            event.consume();
        }
    }

    private boolean key(KeyEvent event, PollGroup group) {
        boolean toggles =
                switch (event.getCode()) {
                    case ENTER -> true;
                    case LEFT -> group.isOpen();
                    case RIGHT -> !group.isOpen();
                    default -> false;
                };
        if (toggles) {
            table.toggle(group);
        }
        return toggles;
    }

    private boolean key(KeyCode code) {
        switch (code) {
            case ENTER -> chartSelected();
            case DELETE -> removeSelected();
            case SPACE -> holdSelected();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void chartSelected() {
        List<ChartLine> lines = table.selected().stream().map(model::line).toList();
        if (!lines.isEmpty()) {
            chart.accept(lines);
        }
    }

    private void removeSelected() {
        List<PollRow> gone = table.selected();
        if (gone.isEmpty()) {
            return;
        }
        String what =
                gone.size() == 1
                        ? Words.text("undo.poll", model.objectName(gone.getFirst()))
                        : Words.text("undo.polls", gone.size());
        Runnable back = model.remove(gone);
        undo.ifPresent(stack ->
                stack.did(
                        what,
                        () -> {
                            back.run();
                            repaint();
                            table.select(gone);
                        }));
        repaint();
    }

    /** Stops asking for the selected rows; or, if all of them are paused, asks again. */
    private void holdSelected() {
        List<PollRow> some = table.selected();
        boolean allPaused = some.stream().allMatch(row -> row.settings().isPaused());
        model.pause(some, !allPaused);
        repaint();
    }

    /** Moves the selected rows among those of their group: up by -1, down by 1. */
    public void move(int by) {
        List<PollRow> some = table.selected();
        table.getSortOrder().clear();
        model.move(some, by);
        repaint();
        table.select(some);
    }

    /** The selected rows. */
    public List<PollRow> selected() {
        return table.selected();
    }

    /** Changes interval, group and threshold of the selected rows. */
    public void editSelected() {
        List<PollRow> some = table.selected();
        if (!some.isEmpty()) {
            editor.open(some, table::requestFocus);
        }
    }

    /** Types a formula; of the selected rows, if there are some, their sum to begin with. */
    public void openFormula() {
        String sum =
                table.selected().stream()
                        .filter(row -> row.formula().isEmpty() && !row.series().isEmpty())
                        .limit(NAMED_IN_FORMULA)
                        .map(model::objectName)
                        .collect(Collectors.joining(" + "));
        formulas.ifPresent(each -> {
            setTop(top);
            each.open(sum);
        });
    }

    /** Selects rows and shows them. */
    public void select(List<PollRow> some) {
        some.forEach(row -> model.open(row.settings().group(), true));
        repaint();
        table.select(some);
        table.requestFocus();
    }

    private void dismiss() {
        model.dismissNotes();
        repaint();
    }

    private void tick() {
        if (Showing.isShowing(this)) {
            repaint();
        }
    }

    /** Shows the polls as they are now. */
    public void repaint() {
        table.repaint();
        boolean none = model.rows().isEmpty();
        bar.node().setVisible(!none);
        bar.node().setManaged(!none);
        waitBar.show(none ? Optional.empty() : waiting.get());
        if (none) {
            setTop(formulas.filter(FormulaEditor::isVisible).isPresent() ? top : null);
            setCenter(empty);
            setBottom(null);
            return;
        }
        setTop(top);
        setCenter(table);
        setBottom(notice);
        repaintBar();
        notice.show(model.note());
    }

    private void repaintBar() {
        List<PollRow> selected = table.selected();
        PollSummary summary = model.summary();
        bar.repaint(
                summary,
                selected.isEmpty() ? summary.workers() : model.workersOf(selected),
                model.isPaused(),
                !selected.isEmpty());
    }

    private final class BarActions implements PollBar.Actions {
        @Override
        public void add() {
            add.run();
        }

        @Override
        public void pause() {
            if (model.isPaused()) {
                model.resumeAll();
            } else {
                model.pauseAll();
            }
            repaint();
        }

        @Override
        public void chart() {
            chartSelected();
        }

        @Override
        public void formula() {
            openFormula();
        }

        @Override
        public void edit() {
            editSelected();
        }

        @Override
        public void remove() {
            removeSelected();
        }
    }
}
