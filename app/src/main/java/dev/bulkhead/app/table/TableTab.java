package dev.bulkhead.app.table;

import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.FailurePanel;
import dev.bulkhead.app.query.JobProgress;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.mibs.smi.Oid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** One table: bar, notices and the grid. */
public final class TableTab extends BorderPane implements AutoCloseable {
    private final TableViewModel model;
    private final InstantSource clock;
    private final PaneBar bar = new PaneBar("table");
    private final Label count = Parts.chip("table-count", Tone.NEUTRAL);
    private final Label state = Parts.chip("table-state", Tone.ACCENT);
    private final Label worker = Parts.chip("table-worker", Tone.NEUTRAL);
    private final NoticeBar notice = new NoticeBar("table-notice");
    private final NoticeBar problem = new NoticeBar("table-problem");
    private final FailurePanel failure;
    private final GridTable grid;
    private final TurnedTable turned;
    private final ToggleButton rotate = new ToggleButton(Words.text("button.rotate"));
    private final UiTicker.Painter painter;

    /**
     * A tab that starts to read at once.
     *
     * @param remedies buttons for when there is no answer
     */
    public TableTab(
            TableViewModel model, UiTicker ticker, InstantSource clock, List<Button> remedies) {
        this.model = model;
        this.clock = clock;
        setId("table-pane");
        grid = new GridTable(model);
        turned = new TurnedTable(model);
        failure = new FailurePanel(remedies);
        failure.setVisible(false);
        bar.title().setText(model.question().name());
        bar.addChips(count, state, worker);
        Button refresh = Parts.button("refresh", MaterialDesignR.REFRESH, this::refresh);
        bar.addTools(refresh, rotateButton(), columnsMenu());
        setTop(new VBox(bar, notice, problem));
        VBox area = new VBox(failure);
        area.getStyleClass().add("failure-area");
        area.setPickOnBounds(false);
        setCenter(new StackPane(grid, turned, area));
        turned.setVisible(false);
        painter = ticker.register(this::paint);
        model.onChange(painter::markDirty);
        refresh();
    }

    private Node rotateButton() {
        rotate.setId("rotate");
        rotate.setGraphic(Parts.icon(MaterialDesignS.SWAP_HORIZONTAL));
        Parts.explain(rotate, Words.text("button.rotate.hint"));
        rotate.selectedProperty().subscribe(this::turn);
        return rotate;
    }

    private void turn(boolean on) {
        grid.setVisible(!on);
        turned.setVisible(on);
        if (on) {
            turned.show(model.rows());
        }
    }

    private Node columnsMenu() {
        MenuButton menu = new MenuButton(Words.text("button.columns"));
        menu.setId("columns");
        menu.setGraphic(Parts.icon(MaterialDesignV.VIEW_COLUMN_OUTLINE));
        Parts.explain(menu, Words.text("button.columns.hint"));
        for (TableColumn<GridRow, ?> column : grid.getColumns()) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("show-" + column.getText());
            item.setSelected(true);
            column.visibleProperty().bind(item.selectedProperty());
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Reads the table again. */
    public void refresh() {
        model.refresh();
        painter.markDirty();
    }

    /** Repaints at the next tick. Any thread. */
    public void markDirty() {
        painter.markDirty();
    }

    private void paint() {
        TableRun run = model.run();
        JobProgress progress = run.progress();
        List<GridRow> rows = model.rows();
        if (!rows.isEmpty() || progress.state().isOver()) {
            showRows(rows);
        }
        count.setText(Words.text("table.rows", rows.size()));
        Parts.show(state, stateWords(progress.state()));
        Parts.tone(state, progress.state() == State.RUNNING ? Tone.ACCENT : Tone.WARNING);
        bar.summary().setText(summary(progress));
        Parts.show(
                worker,
                run.handle()
                        .flatMap(JobHandle::worker)
                        .map(JobWords::worker)
                        .orElseGet(() -> JobWords.worker(progress)));
        notice.show(progress);
        paintFailure(progress, rows.isEmpty());
    }

    private void showRows(List<GridRow> rows) {
        grid.show(rows);
        if (rotate.isSelected()) {
            turned.show(rows);
        }
    }

    private void paintFailure(JobProgress progress, boolean empty) {
        var why = progress.failure();
        boolean silent = empty && why.isPresent() && progress.state().isOver();
        failure.setVisible(silent);
        why.ifPresent(reason -> failure.show(reason, model.question().device()));
        boolean partial = why.isPresent() && !empty;
        problem.show(
                partial
                        ? Words.text(
                                "run.partial", why.get().message(), FailurePanel.advice(why.get()))
                        : "",
                Tone.DANGER);
        grid.setVisible(!silent && !rotate.isSelected());
    }

    private static String stateWords(State state) {
        return state == State.FINISHED || state == State.FAILED
                ? ""
                : Words.text("state." + state.name().toLowerCase(Locale.ROOT));
    }

    private String summary(JobProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(model.question().device());
        parts.add(JobWords.duration(progress.elapsed(clock.instant())));
        progress.totals()
                .ifPresent(totals -> parts.add(Words.text("run.requests", totals.requests())));
        if (rotate.isSelected() && model.rows().size() > TurnedTable.LIMIT) {
            parts.add(Words.text("table.turned-limit", TurnedTable.LIMIT));
        }
        long dropped = model.run().grid().dropped();
        if (dropped > 0) {
            parts.add(Words.text("table.dropped", dropped));
        }
        return String.join(" · ", parts);
    }

    public TableViewModel model() {
        return model;
    }

    /** The instances in the chosen cells. */
    public List<Oid> selectedInstances() {
        return grid.selected().stream()
                .flatMap(slot -> model.instance(slot.row(), slot.column()).stream())
                .toList();
    }

    /** The instance in the cell in focus; empty if that has none, or the table is turned. */
    public Optional<Oid> focusedInstance() {
        return grid.isVisible()
                ? grid.focused().flatMap(slot -> model.instance(slot.row(), slot.column()))
                : Optional.empty();
    }

    /** The chosen cells' texts, tabs between columns, a line for each row. */
    public String selectedText() {
        StringBuilder text = new StringBuilder();
        GridRow line = null;
        for (Slot slot : grid.selected()) {
            if (line != null) {
                text.append(line == slot.row() ? '\t' : '\n');
            }
            line = slot.row();
            text.append(model.text(slot.row(), slot.column()));
        }
        return text.toString();
    }

    /** The menu of cells, made anew each time. */
    public void onContextMenu(Supplier<ContextMenu> menu) {
        Parts.contextMenu(grid, menu);
    }

    @Override
    public void close() {
        model.cancel();
        painter.close();
    }
}
