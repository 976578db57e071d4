package dev.bulkhead.app.recording;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.flight.Anonymiser;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.FoldingBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Separator;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The list of recordings, and what can be done with them. */
public final class RecordingsView extends BorderPane {
    private static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 10.0, 60.0);

    private final RecordingsViewModel model;
    private final Commands commands;
    private final TableView<RecordingEntry> table = new TableView<>();
    private final RecordBar record;
    private final AnonymiseBar anonymise;
    private final CopyBar export;
    private final NoticeBar notice = new NoticeBar("recordings-notice");
    private Optional<RecordingEntry> asked = Optional.empty();

    /**
     * The list.
     *
     * @param commands has the commands of {@link #COMMANDS}
     * @param names resolve what the user types
     */
    public RecordingsView(
            RecordingsViewModel model,
            Commands commands,
            UiTicker ticker,
            Supplier<MibNames> names) {
        this.model = model;
        this.commands = commands;
        setId("recordings-pane");
        getStyleClass().add("recordings-pane");
        getStylesheets().add(sheet());
        record = new RecordBar(names, plan -> choose(model.record(plan)));
        anonymise = new AnonymiseBar(this::anonymise);
        export = new CopyBar("export", this::export);
        for (InPlaceBar bar : List.of(record, anonymise, export)) {
            bar.onClosed(this::focusList);
        }
        setTop(new VBox(bar(), tools(), record, anonymise, export, notice));
        setUpTable();
        setCenter(new StackPane(table, empty()));
        model.problemProperty().subscribe(text -> notice.show(text, Tone.DANGER));
        ticker.registerEvery(Duration.ofMillis(200), model::refresh);
    }

    /** What this view shows of the registry, in the order of a menu. */
    public static final List<String> COMMANDS =
            List.of(
                    "record-device",
                    "open-recording",
                    Commands.LINE,
                    "replay-recording",
                    "stop-recording",
                    Commands.LINE,
                    "compare-recordings",
                    "anonymise-recording",
                    "export-recording",
                    Commands.LINE,
                    "delete-recording");

    static String sheet() {
        return Objects.requireNonNull(RecordingsView.class.getResource("recording.css"))
                .toExternalForm();
    }

    private Node bar() {
        PaneBar bar = new PaneBar("recordings");
        bar.title().setText(Words.text("recordings.title"));
        Label count = Parts.chip("recordings-count", Tone.NEUTRAL);
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Words.text("recordings.count", model.entries().size()),
                                model.entries()));
        bar.addChips(count);
        bar.summary().setText(Words.text("recordings.summary"));
        Button start = commands.button("record-device");
        start.getStyleClass().add(Styles.ACCENT);
        bar.addTools(start, commands.button("open-recording"));
        return bar;
    }

    private Node tools() {
        FoldingBar tools = FoldingBar.empty();
        tools.setId("recordings-tools");
        tools.getStyleClass().add("recordings-tools");
        tools.addTools(
                commands.button("replay-recording"),
                speeds(),
                loop(),
                commands.iconButton("stop-recording"),
                new Separator(Orientation.VERTICAL),
                commands.button("compare-recordings"),
                commands.button("anonymise-recording"),
                commands.iconButton("export-recording"),
                commands.iconButton("delete-recording"));
        tools.visibleProperty().bind(Bindings.isNotEmpty(model.entries()));
        tools.managedProperty().bind(tools.visibleProperty());
        return tools;
    }

    private Node speeds() {
        ComboBox<Double> box = new ComboBox<>();
        box.setId("recordings-speed");
        box.setAccessibleText(Words.text("recordings.speed"));
        box.getItems().setAll(SPEEDS);
        box.setConverter(new SpeedConverter());
        box.valueProperty().bindBidirectional(model.speedProperty());
        return box;
    }

    private Node loop() {
        ToggleButton toggle = new ToggleButton("", Parts.icon(MaterialDesignR.REPEAT));
        toggle.setId("recordings-loop");
        toggle.getStyleClass().add("icon-button");
        Parts.explain(toggle, Words.text("recordings.loop"));
        toggle.selectedProperty().bindBidirectional(model.loopProperty());
        return toggle;
    }

    private void setUpTable() {
        table.setId("recordings");
        table.getStyleClass().add("data-table");
        table.setAccessibleText(Words.text("recordings.title"));
        table.setPlaceholder(new Region());
        table.setItems(model.entries());
        table.getColumns().setAll(RecordingColumns.all());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                commands.get("replay-recording").run();
            }
        });
        Parts.contextMenu(table, this::menu);
    }

    private ContextMenu menu() {
        return commands.contextMenu("recording-menu", COMMANDS);
    }

    private Node empty() {
        Label words = Parts.words("recordings.empty.text", "muted");
        words.setWrapText(true);
        Button start = commands.button("record-device");
        start.setId("recordings-empty-record");
        start.getStyleClass().add(Styles.ACCENT);
        Button open = commands.button("open-recording");
        open.setId("recordings-empty-open");
        FlowPane buttons = new FlowPane(start, open);
        buttons.getStyleClass().add("empty-buttons");
        VBox box =
                new VBox(
                        Parts.icon(MaterialDesignR.RECORD_REC, "hero"),
                        Parts.words("recordings.empty.title", "empty-title"),
                        words,
                        buttons,
                        Parts.words("recordings.empty.hint", "muted"));
        box.setId("recordings-empty");
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(Bindings.isEmpty(model.entries()));
        return box;
    }

    /** Calls back whenever other recordings are chosen. */
    public void onChosen(Runnable action) {
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<RecordingEntry>) _ -> action.run());
    }

    /** Those chosen, from top to bottom. */
    public List<RecordingEntry> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void choose(RecordingEntry entry) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(entry);
    }

    /** Gives the list the focus, and chooses one if none is. */
    public void focusList() {
        if (model.entries().isEmpty()) {
            lookup("#recordings-empty-record").requestFocus();
            return;
        }
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    /** Asks what to record of a target. */
    public void askRecord(String name, Target target) {
        closeBars();
        record.open(new RecordBar.Whom(name, List.of(target)));
    }

    /** Asks where an anonymised copy goes. */
    public void askAnonymise() {
        first().ifPresent(entry -> {
            closeBars();
            asked = Optional.of(entry);
            anonymise.open(entry.summary().name(), model.folderFor(entry, "-anonymised"));
        });
    }

    /** Asks where a reading goes as one file. */
    public void askExport() {
        first().ifPresent(entry -> {
            closeBars();
            asked = Optional.of(entry);
            String name = entry.summary().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
            Path home = Path.of(System.getProperty("user.home"));
            export.open(home.resolve(name + ".snmpwalk"));
        });
    }

    private void closeBars() {
        for (InPlaceBar bar : List.of(record, anonymise, export)) {
            bar.close();
        }
    }

    private Optional<RecordingEntry> first() {
        return chosen().stream().filter(RecordingEntry::isUsable).findFirst();
    }

    private void anonymise(Path to, List<String> words) {
        asked.ifPresent(entry -> model.anonymise(entry, to, words, this::report));
    }

    private void report(Anonymiser.Report report) {
        notice.show(
                Words.text(
                        "anonymise.done",
                        report.addresses(),
                        report.macs(),
                        report.names(),
                        report.engineIds()),
                Tone.SUCCESS);
    }

    private void export(Path to) {
        asked.ifPresent(
                entry -> model.export(entry, Math.max(0, entry.summary().passes() - 1), to));
    }

    /** Speeds in words. */
    private static final class SpeedConverter extends StringConverter<Double> {
        @Override
        public String toString(Double speed) {
            return speed == null ? "" : Words.text("recordings.speed.times", speed);
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
