package dev.bulkhead.app.discovery;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.AgentStyle;
import dev.bulkhead.app.discovery.Sweep.State;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.discovery.SweepProgress;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The Discovery tab. */
public final class DiscoveryView extends BorderPane {
    /** What the caption and the padding beside the credentials take. */
    private static final double BESIDE = 110;

    private final DiscoveryViewModel model;
    private final AgentDesk desk;
    private final PaneBar bar = new PaneBar("discovery");
    private final Label chip = Parts.chip("discovery-state", Tone.NEUTRAL);
    private final NoticeBar notice = new NoticeBar("discovery-notice");
    private final FlowPane credentials = new FlowPane();
    private final DiscoveryTable table;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label far = Parts.label("discovery-progress", "muted");
    private final ComboBox<String> group = new ComboBox<>();
    private final Label added = Parts.label("discovery-added", "muted");
    private final Button start = Parts.button("start-discovery", MaterialDesignP.PLAY, this::start);
    private final Button cancel =
            Parts.button("cancel-discovery", MaterialDesignS.STOP, this::cancel);
    private final Button add = Parts.button("add-found", MaterialDesignP.PLUS, this::addChosen);
    private final TextField blocks;

    public DiscoveryView(DiscoveryViewModel model, AgentDesk desk, UiTicker ticker) {
        this.model = model;
        this.desk = desk;
        setId("discovery-pane");
        AgentStyle.on(this);
        table = new DiscoveryTable(model.found());
        blocks = field("blocks", model.blocksProperty());
        bar.title().setText(Words.text("discovery.title"));
        bar.addChips(chip);
        start.getStyleClass().add(Styles.ACCENT);
        bar.addTools(start, cancel);
        setTop(new VBox(bar, notice, fields()));
        setCenter(table);
        setBottom(foot());
        UiTicker.Painter painter = ticker.register(model::refresh);
        model.onChange(painter::markDirty);
        model.stateProperty().subscribe(_ -> show());
        model.progressProperty().subscribe(_ -> show());
        model.found().subscribe(this::show);
        model.problemProperty().subscribe(text -> notice.show(text, Tone.DANGER));
        desk.credentials().items().subscribe(this::offer);
        offer();
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<FoundDevice>) _ -> show());
        model.propose(this::selectProposal);
    }

    /** What was proposed while the field had the focus gives way to what is typed. */
    private void selectProposal() {
        if (blocks.isFocused()) {
            blocks.selectAll();
        }
    }

    private GridPane fields() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("discovery-fields");
        blocks.setPromptText(Words.text("discovery.blocks.prompt"));
        blocks.setOnAction(_ -> start());
        GridPane.setHgrow(blocks, Priority.ALWAYS);
        TextField ports = field("ports", model.portsProperty());
        TextField rate = field("rate", model.rateProperty());
        grid.addRow(
                0,
                caption("blocks", blocks),
                blocks,
                caption("ports", ports),
                ports,
                caption("rate", rate),
                rate);
        credentials.setId("discovery-credentials");
        credentials.getStyleClass().add("discovery-credentials");
        credentials.prefWrapLengthProperty().bind(grid.widthProperty().subtract(BESIDE));
        Label caption = Parts.words("discovery.credentials", "key");
        grid.add(caption, 0, 1);
        grid.add(credentials, 1, 1, 5, 1);
        return grid;
    }

    private static Label caption(String key, TextField field) {
        Label caption = Parts.words("discovery." + key, "key");
        caption.setLabelFor(field);
        caption.setMinWidth(USE_PREF_SIZE);
        return caption;
    }

    private static TextField field(String key, StringProperty value) {
        TextField field = new TextField();
        field.setId("discovery-" + key);
        field.setAccessibleText(Words.text("discovery." + key));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private void offer() {
        List<CheckBox> boxes =
                model.offered().stream()
                        .map(name -> {
                            CheckBox box = new CheckBox(name);
                            box.setId("discovery-use-" + name);
                            box.setSelected(model.chosen().contains(name));
                            box.selectedProperty().subscribe(on -> choose(name, on));
                            return box;
                        })
                        .toList();
        credentials.getChildren().setAll(boxes);
    }

    private void choose(String name, boolean on) {
        if (on) {
            model.chosen().add(name);
        } else {
            model.chosen().remove(name);
        }
    }

    private HBox foot() {
        group.setId("discovery-group");
        group.setEditable(true);
        group.setPromptText(Words.text("discovery.group"));
        group.setAccessibleText(Words.text("discovery.group"));
        group.getEditor().setId("discovery-group-text");
        group.getEditor().setAccessibleText(Words.text("discovery.group"));
        group.getEditor().textProperty().bindBidirectional(model.groupProperty());
        group.setOnShowing(_ -> offerGroups());
        progress.setId("discovery-bar");
        progress.setAccessibleText(Words.text("status.progress.accessible"));
        add.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(progress, far, Parts.spacer(), added, group, add);
        foot.getStyleClass().add("discovery-foot");
        return foot;
    }

    private void offerGroups() {
        String text = group.getEditor().getText();
        group.getItems().setAll(desk.devices().groups());
        group.getEditor().setText(text);
    }

    private void show() {
        State state = model.stateProperty().get();
        SweepProgress now = model.progressProperty().get();
        boolean running = state == State.RUNNING;
        start.setDisable(running);
        cancel.setDisable(!running);
        chip.setText(Words.text("discovery.state." + state.name().toLowerCase(Locale.ROOT)));
        Parts.tone(
                chip,
                switch (state) {
                    case IDLE -> Tone.NEUTRAL;
                    case RUNNING -> Tone.ACCENT;
                    case DONE -> Tone.SUCCESS;
                    case CANCELLED -> Tone.WARNING;
                    case FAILED -> Tone.DANGER;
                });
        bar.summary()
                .setText(
                        state == State.IDLE
                                ? ""
                                : Words.text("discovery.summary", now.answered(), now.refused()));
        progress.setVisible(state != State.IDLE);
        progress.setProgress(state == State.IDLE ? 0 : now.fraction());
        far.setText(now.total() == 0 ? "" : Words.text("discovery.far", now.done(), now.total()));
        table.say(state);
        int chosen = table.chosen().size();
        add.setText(Words.text("discovery.add", chosen));
        add.setDisable(chosen == 0);
    }

    private void start() {
        added.setText("");
        model.start();
    }

    private void cancel() {
        model.cancel();
    }

    private void addChosen() {
        int fresh = model.add(table.chosen());
        added.setText(Words.text("discovery.added", fresh));
    }

    /** Gives the focus to the field for the networks. */
    public void focus() {
        blocks.requestFocus();
        blocks.selectAll();
    }
}
