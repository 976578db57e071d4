package dev.bulkhead.app.table;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.JobTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The bar over a table: what it is, how it is doing, and what can be done. */
final class TableBar extends BorderPane {
    /** A reading is told of only if it takes so long. */
    static final Duration PATIENCE = Duration.ofMillis(300);

    /** Less of the summary is not worth reading. */
    private static final double LEAST_SUMMARY = 90;

    private final TableViewModel model;
    private final PaneBar bar = new PaneBar("table");
    private final Label count = Parts.chip("table-count", Tone.NEUTRAL);
    private final Label state = Parts.chip("table-state", Tone.ACCENT);
    private final TextField filter = new TextField();
    private final ComboBox<RefreshInterval> interval = new ComboBox<>();
    private final ToggleButton pause = new ToggleButton(Words.text("button.table-pause"));
    private final ToggleButton rotate = new ToggleButton(Words.text("button.rotate"));
    private final FontIcon pauseIcon = Parts.icon(MaterialDesignP.PAUSE);
    private final Button columns;
    private final Button devices;

    TableBar(TableViewModel model, Commands commands) {
        this.model = model;
        bar.title().setText(model.question().name());
        bar.addChips(count, state);
        setUpFilter();
        setUpInterval(commands);
        columns = button(commands, "table-columns", "columns");
        devices = commands.iconButton("table-devices");
        Button refresh = button(commands, "run-again", "refresh");
        setUpToggles(commands);
        bar.addTools(filter, devices, refresh, interval, pause, rotate, columns);
        bar.addTools(button(commands, "graph-view", "table-chart"), exportMenu(commands));
        bar.summary()
                .visibleProperty()
                .bind(bar.summary().widthProperty().greaterThan(LEAST_SUMMARY));
        setCenter(bar);
    }

    /** Adds a button behind the others. */
    void addTool(Button tool) {
        bar.addTools(tool);
    }

    private void setUpFilter() {
        filter.setId("table-filter");
        filter.getStyleClass().addAll("filter", "table-filter");
        filter.setPromptText(Words.text("table.filter"));
        filter.setAccessibleText(Words.text("table.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
    }

    private void setUpInterval(Commands commands) {
        interval.setId("table-interval");
        interval.getItems().setAll(RefreshInterval.values());
        interval.valueProperty().bindBidirectional(model.intervalProperty());
        interval.setAccessibleText(commands.get("table-interval").hint());
        interval.setTooltip(new Tooltip(commands.get("table-interval").hint()));
    }

    /** A command's button with shorter words. */
    private Button button(Commands commands, String command, String id) {
        Button button = commands.button(command);
        button.setId(id);
        button.setText(Words.text("button." + id));
        return button;
    }

    private void setUpToggles(Commands commands) {
        toggle(pause, "table-pause", commands.get("table-pause"), pauseIcon);
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        model.intervalProperty().subscribe(now -> pause.setDisable(!now.isOn()));
        Command turn = commands.get("table-rotate");
        toggle(rotate, "rotate", turn, Parts.icon(turn.icon().orElseThrow()));
    }

    private void toggle(ToggleButton button, String id, Command command, FontIcon icon) {
        button.setId(id);
        button.setGraphic(icon);
        Parts.explain(button, command.hint());
    }

    private MenuButton exportMenu(Commands commands) {
        MenuButton export = new MenuButton(Words.text("button.export"));
        export.setId("export");
        export.setGraphic(Parts.icon(MaterialDesignE.EXPORT_VARIANT));
        Parts.explain(export, Words.text("button.export.hint"));
        export.getItems().setAll(commands.items(TableActions.EXPORT));
        // Keys of items would shadow those of the scene.
        export.getItems().forEach(item -> item.setAccelerator(null));
        return export;
    }

    ToggleButton rotate() {
        return rotate;
    }

    Button columnsButton() {
        return columns;
    }

    Button devicesButton() {
        return devices;
    }

    void focusFilter() {
        filter.requestFocus();
    }

    void focusInterval() {
        interval.requestFocus();
        interval.show();
    }

    void repaint() {
        int shown = model.rows().size();
        int all = model.size();
        count.setText(
                model.filterProperty().get().isBlank()
                        ? Words.text("table.rows", all)
                        : Words.text("table.rows.filtered", shown, all));
        paintState();
        pauseIcon.setIconCode(pause.isSelected() ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE);
        pause.setText(Words.text(pause.isSelected() ? "button.resume" : "button.table-pause"));
        bar.summary().setText(summary());
    }

    private void paintState() {
        if (model.pausedProperty().get()) {
            paintState(Words.text("table.paused"), Tone.WARNING);
        } else if (model.isLive()) {
            paintState(
                    Words.text("table.live", model.intervalProperty().get().period().toSeconds()),
                    Tone.SUCCESS);
        } else if (isSlow()) {
            paintState(Words.text("state.running"), Tone.ACCENT);
        } else {
            boolean cancelled =
                    model.devices().stream()
                            .anyMatch(device -> device.progress().state() == State.CANCELLED);
            paintState(cancelled ? Words.text("state.cancelled") : "", Tone.WARNING);
        }
    }

    private void paintState(String words, Tone tone) {
        Parts.show(state, words);
        Parts.tone(state, tone);
    }

    /** Whether a reading takes longer than nobody notices. */
    boolean isSlow() {
        return model.devices().stream()
                .anyMatch(device ->
                        device.isReading()
                                && device.progress().elapsed(model.now()).compareTo(PATIENCE) > 0);
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        parts.add(names());
        DeviceTable first = model.devices().getFirst();
        parts.add(JobWords.duration(first.progress().elapsed(model.now())));
        first.progress()
                .totals()
                .map(JobTotals::requests)
                .ifPresent(requests -> parts.add(Words.text("run.requests", requests)));
        if (rotate.isSelected() && model.rows().size() > TurnedTable.LIMIT) {
            parts.add(Words.text("table.turned-limit", TurnedTable.LIMIT));
        }
        return String.join(" · ", parts);
    }

    private String names() {
        int most = 3;
        String names =
                model.gridDevices().stream()
                        .limit(most)
                        .map(GridDevice::label)
                        .collect(Collectors.joining(", "));
        int others = model.devices().size() - most;
        return others > 0 ? Words.text("table.devices.more", names, others) : names;
    }
}
