package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;

/** The Poll tab: pane bar, the table of polls, and what last happened to their jobs. */
public final class PollingView extends BorderPane {
    private static final Duration REPAINT = Duration.ofMillis(250);

    private final PollingViewModel model;
    private final Consumer<List<ChartLine>> chart;
    private final PollTable table;
    private final PollBar bar;
    private final PollNotice notice;
    private final PollEmpty empty;
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
        notice = new PollNotice(this::dismiss);
        empty = new PollEmpty(() -> add.run());
        table.setContextMenu(contextMenu());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
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

    private ContextMenu contextMenu() {
        MenuItem chartItem = new MenuItem(Words.text("button.poll-chart"));
        chartItem.setId("poll-menu-chart");
        chartItem.setOnAction(_ -> chartSelected());
        MenuItem removeItem = new MenuItem(Words.text("button.poll-remove"));
        removeItem.setId("poll-menu-remove");
        removeItem.setOnAction(_ -> removeSelected());
        return new ContextMenu(chartItem, removeItem);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            chartSelected();
        } else if (event.getCode() == KeyCode.DELETE) {
            removeSelected();
        } else {
            return;
        }
        event.consume();
    }

    private void chartSelected() {
        List<ChartLine> lines = table.selected().stream().map(model::line).toList();
        if (!lines.isEmpty()) {
            chart.accept(lines);
        }
    }

    private void removeSelected() {
        model.remove(table.selected());
        repaint();
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
        if (model.rows().isEmpty()) {
            setTop(null);
            setCenter(empty);
            setBottom(null);
            return;
        }
        setTop(bar.node());
        setCenter(table);
        setBottom(notice);
        repaintBar();
        notice.show(model.note());
    }

    private void repaintBar() {
        List<PollRow> selected = table.selected();
        bar.repaint(
                model.summary(),
                model.workersOf(selected.isEmpty() ? model.rows() : selected),
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
        public void remove() {
            removeSelected();
        }
    }
}
