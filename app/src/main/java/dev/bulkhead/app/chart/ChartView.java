package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Chart tab: pane bar, plot and legend; or, without lines, the way to them. */
public final class ChartView extends BorderPane {
    static final String STYLESHEET =
            Objects.requireNonNull(ChartView.class.getResource("chart.css")).toExternalForm();

    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final double LEGEND_SHARE = 0.38;

    private final ChartViewModel model;
    private final Plot plot;
    private final ChartLegend legend;
    private final ChartBar bar;
    private final VBox chart;
    private final ChartEmpty empty;
    private long shownVersion = -1;
    private long shownUntil = -1;

    /**
     * A chart of what {@code model} holds.
     *
     * @param showPolls leads to where lines can be picked; the main action while there are none
     */
    public ChartView(ChartViewModel model, UiTicker ticker, Runnable showPolls) {
        this.model = model;
        setId("chart");
        getStyleClass().add("chart-view");
        getStylesheets().add(STYLESHEET);
        plot = new Plot(model);
        legend = new ChartLegend(plot::picture);
        bar = new ChartBar(model, showPolls, this::repaint);
        empty = new ChartEmpty(showPolls);
        chart = new VBox(plot, legend);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.setMinHeight(120);
        legend.setMinHeight(ChartLegend.USE_PREF_SIZE);
        legend.maxHeightProperty().bind(chart.heightProperty().multiply(LEGEND_SHARE));
        legend.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> bar.selected(selectedLines()));
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        legend.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        repaint();
        ticker.registerEvery(REPAINT, this::tick);
    }

    private List<ChartLine> selectedLines() {
        return legend.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            model.pause(!model.isPaused());
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(selectedLines());
        } else {
            return;
        }
        event.consume();
        repaint();
    }

    private void tick() {
        long until = plot.nextTo();
        boolean changed = model.version() != shownVersion || until != shownUntil;
        if (changed && Showing.isShowing(this)) {
            repaint();
        }
    }

    /** Shows the chart as it is now. */
    public void repaint() {
        shownVersion = model.version();
        shownUntil = plot.nextTo();
        List<ChartLine> lines = model.lines();
        bar.repaint();
        if (lines.isEmpty()) {
            setTop(null);
            setCenter(empty);
            return;
        }
        setTop(bar.node());
        setCenter(chart);
        plot.repaint();
        legend.show(lines);
    }
}
