package dev.bulkhead.app.chart;

import dev.bulkhead.app.fx.PngFile;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.saving.SaveRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;

/** The Chart tab: pane bar, plot and legend; or, without lines, the way to them. */
public final class ChartView extends BorderPane {
    static final String STYLESHEET =
            Objects.requireNonNull(ChartView.class.getResource("chart.css")).toExternalForm();

    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final double LEGEND_SHARE = 0.38;
    private static final double FINE = 2;

    private final ChartViewModel model;
    private final Plot plot;
    private final ChartLegend legend;
    private final ChartBar bar;
    private final VBox chart;
    private final SaveBar<ChartSaving.Form> saving;
    private final VBox top;
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
        bar = new ChartBar(model, new ChartBar.Ways(showPolls, this::save), this::repaint);
        empty = new ChartEmpty(showPolls);
        chart = new VBox(plot, legend);
        chart.getStyleClass().add("chart-content");
        saving = ChartSaving.bar(this::writing);
        top = new VBox(bar.node(), saving);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.setMinHeight(120);
        legend.setMinHeight(ChartLegend.USE_PREF_SIZE);
        legend.maxHeightProperty().bind(chart.heightProperty().multiply(LEGEND_SHARE));
        legend.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> bar.selected(selectedLines()));
        plot.onChange(this::repaint);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        legend.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        repaint();
        ticker.registerEvery(REPAINT, this::tick);
    }

    /** Asks where the chart is to be saved. */
    public void save() {
        if (!model.lines().isEmpty()) {
            saving.open();
        }
    }

    /** Tells this from now on what was saved, in a sentence. */
    public void onSaved(Consumer<String> told) {
        saving.onSaved(told);
    }

    private SaveRequest.Writing writing(ChartSaving.Form form) {
        return switch (form) {
            case PNG -> picture();
            case CSV -> {
                String text = ChartCsv.of(plot.picture());
                yield file -> Files.writeString(file, text);
            }
        };
    }

    /** Plot and legend, twice as fine as on most screens. */
    private SaveRequest.Writing picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(FINE, FINE));
        parameters.setFill(bar.background());
        Image image = chart.snapshot(parameters, null);
        return file -> PngFile.write(image, file);
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
        setTop(top);
        setCenter(chart);
        plot.repaint();
        legend.show(lines);
    }
}
