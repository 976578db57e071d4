package dev.bulkhead.app.chart;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The pane bar of a chart: title, state, summary; add, pause, window of time, remove. */
final class ChartBar {
    private final ChartViewModel model;
    private final Runnable changed;
    private final PaneBar bar = new PaneBar("chart");
    private final Label chip = Parts.chip("chart-chip", Tone.SUCCESS);
    private final Button pause;
    private final Button remove;
    private final Button live;
    private final Swatch background = new Swatch("chart-background", () -> {});
    private final ComboBox<TimeWindow> window = new ComboBox<>();
    private List<ChartLine> selected = List.of();

    /** Where its buttons lead: to more series, and to a file. */
    record Ways(Runnable addSeries, Runnable save) {}

    /**
     * A bar for a chart.
     *
     * @param changed called after the user has changed the model
     */
    ChartBar(ChartViewModel model, Ways ways, Runnable changed) {
        this.model = model;
        this.changed = changed;
        bar.setId("chart-bar");
        bar.addChips(chip);
        bar.summary().setTooltip(new Tooltip(Words.text("chart.plot.help")));
        bar.getChildren().add(background);
        Button add = button("chart-add", MaterialDesignP.PLUS, ways.addSeries());
        pause = button("chart-pause", MaterialDesignP.PAUSE, () -> model.pause(!model.isPaused()));
        remove =
                button(
                        "chart-remove",
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        () -> model.remove(selected));
        remove.setDisable(true);
        fillWindow();
        live = button("chart-live", MaterialDesignS.SKIP_NEXT_OUTLINE, model::backToLive);
        Button save = Parts.iconButton("chart-save", MaterialDesignE.EXPORT_VARIANT, ways.save());
        Parts.explain(save, Words.text("button.chart-save.hint"));
        bar.addTools(add, pause, live, window, save, remove);
    }

    private Button button(String id, Ikon icon, Runnable action) {
        Button button =
                Parts.button(
                        id,
                        icon,
                        () -> {
                            action.run();
                            changed.run();
                        });
        Parts.explain(button, Words.text("button." + id + ".hint"));
        return button;
    }

    private void fillWindow() {
        window.setId("chart-window");
        window.setAccessibleText(Words.text("chart.window.accessible"));
        window.getItems().setAll(TimeWindow.values());
        window.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(TimeWindow choice) {
                        return choice == null ? "" : Words.text(choice.key());
                    }

                    @Override
                    public TimeWindow fromString(String text) {
                        return model.window();
                    }
                });
        window.setValue(model.window());
        window.setOnAction(_ -> {
            model.window(window.getValue());
            changed.run();
        });
    }

    /** What the chart stands on. */
    Paint background() {
        return background.colour();
    }

    Region node() {
        return bar;
    }

    void selected(List<ChartLine> lines) {
        selected = lines;
        remove.setDisable(lines.isEmpty());
    }

    /** Shows title, state and summary as they are now. */
    void repaint() {
        boolean paused = model.isPaused();
        boolean oneTarget = model.targets().size() == 1;
        bar.title()
                .setText(oneTarget ? model.targets().iterator().next() : Words.text("chart.title"));
        boolean still = paused || model.isZoomed();
        chip.setText(
                model.isZoomed()
                        ? Words.text("chart.chip.past")
                        : paused
                                ? Words.text("chart.chip.paused")
                                : Words.text(
                                        "chart.chip.live",
                                        words(model.every().orElse(Duration.ZERO))));
        Parts.tone(chip, still ? Tone.WARNING : Tone.SUCCESS);
        live.setVisible(model.isZoomed());
        live.setManaged(model.isZoomed());
        pause.setVisible(!model.isZoomed());
        pause.setManaged(!model.isZoomed());
        if (window.getValue() != model.window()) {
            window.setValue(model.window());
        }
        boolean rates =
                model.lines().stream().allMatch(line -> line.series().unit().endsWith("/s"));
        String summary = rates ? "chart.summary.rate" : "chart.summary";
        bar.summary().setText(Words.text(summary, model.lines().size()));
        pause.setText(Words.text(paused ? "button.chart-resume" : "button.chart-pause"));
        pause.setGraphic(Parts.icon(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
    }

    /** A period: {@code 500 ms}, {@code 1 s}, {@code 5 min}. */
    private static String words(Duration every) {
        long millis = every.toMillis();
        if (millis % 60_000 == 0 && millis > 0) {
            return Words.text("chart.every.minutes", millis / 60_000);
        }
        return millis % 1_000 == 0
                ? Words.text("chart.every.seconds", millis / 1_000)
                : Words.text("chart.every.millis", millis);
    }
}
