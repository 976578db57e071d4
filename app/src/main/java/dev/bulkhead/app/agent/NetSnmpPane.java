package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.NetSnmpViewModel.Line;
import dev.bulkhead.app.agent.NetSnmpViewModel.Preview;
import dev.bulkhead.app.agent.NetSnmpViewModel.State;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** What net-snmp's files offer, to be ticked and taken; stands where a credential's form does. */
final class NetSnmpPane extends VBox {
    private final NetSnmpViewModel model;
    private final Runnable closed;
    private final VBox found = new VBox();
    private final Button take;
    private final Button other;

    /**
     * An empty pane that reads at once.
     *
     * @param closed is run when it was taken, or is not wanted any more
     */
    NetSnmpPane(NetSnmpViewModel model, Runnable closed) {
        this.model = model;
        this.closed = closed;
        setId("net-snmp-pane");
        getStyleClass().add("net-snmp");
        take = Parts.button("take-net-snmp", MaterialDesignI.IMPORT, () -> model.take(closed));
        take.getStyleClass().add(Styles.ACCENT);
        other = Parts.button("other-net-snmp", MaterialDesignF.FILE_DOCUMENT_OUTLINE, this::choose);
        Button close = new Button(Words.text("button.not-now"));
        close.setId("close-net-snmp");
        close.setOnAction(_ -> close());
        FlowPane buttons = new FlowPane(take, other, close);
        buttons.getStyleClass().add("form-buttons");
        Label title = Parts.words("netsnmp.title", "title");
        found.getStyleClass().add("net-snmp-found");
        getChildren().addAll(title, found, buttons);
        model.previewProperty().subscribe(preview -> preview.ifPresent(this::show));
        model.read();
    }

    /** Gives the focus to the first button that is at hand while files are read. */
    void focusFirst() {
        applyCss();
        other.requestFocus();
    }

    private void close() {
        model.forget();
        closed.run();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("netsnmp.choose"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.read(chosen.toPath());
        }
    }

    private void show(Preview preview) {
        found.getChildren().clear();
        note(Words.text("netsnmp.read", preview.files().size()), "muted");
        preview.files().forEach(file -> note(file, "small", "mono"));
        list("netsnmp.credentials", preview.credentials(), "net-snmp-credential-");
        list("netsnmp.devices", preview.devices(), "net-snmp-device-");
        if (!preview.remarks().isEmpty()) {
            heading("netsnmp.remarks");
            preview.remarks().forEach(remark -> note(remark, "small", "muted"));
        }
        showChosen();
    }

    private void heading(String key) {
        found.getChildren().add(Parts.words(key, "net-snmp-heading"));
    }

    private void note(String text, String... styles) {
        Label note = new Label(text);
        note.getStyleClass().addAll(styles);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        found.getChildren().add(note);
    }

    private void list(String heading, List<Line> lines, String id) {
        if (lines.isEmpty()) {
            return;
        }
        heading(heading);
        for (int i = 0; i < lines.size(); i++) {
            found.getChildren().add(row(lines.get(i), id + i));
        }
    }

    private HBox row(Line line, String id) {
        CheckBox box = new CheckBox(line.name());
        box.setId(id);
        box.setMnemonicParsing(false);
        box.setMinWidth(0);
        box.selectedProperty().bindBidirectional(line.chosen());
        box.setDisable(line.state() == State.SAME);
        box.setAccessibleText(line.name() + ", " + line.detail() + ", " + words(line.state()));
        line.chosen().subscribe(_ -> showChosen());
        Label detail = new Label(line.detail());
        detail.getStyleClass().addAll("muted", "small");
        Label place = new Label(line.place());
        place.getStyleClass().addAll("muted", "small", "mono");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        VBox words = new VBox(box, detail, place);
        words.getStyleClass().add("net-snmp-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label state =
                Parts.chip(
                        id + "-state",
                        switch (line.state()) {
                            case NEW -> Tone.SUCCESS;
                            case EXISTS -> Tone.WARNING;
                            case SAME -> Tone.NEUTRAL;
                        });
        state.setText(words(line.state()));
        state.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(words, state);
        row.getStyleClass().add("net-snmp-row");
        return row;
    }

    private static String words(State state) {
        return Words.text("netsnmp.state." + state.name().toLowerCase(Locale.ROOT));
    }

    private void showChosen() {
        int chosen = model.chosen();
        take.setText(Words.text("netsnmp.take", chosen));
        take.setDisable(chosen == 0);
    }
}
