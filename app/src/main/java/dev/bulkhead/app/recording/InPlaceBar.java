package dev.bulkhead.app.recording;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A question in place: a title, fields, what to do, and a line of explanation. Esc closes it. */
abstract class InPlaceBar extends VBox {
    private final HBox row = new HBox();
    private final HBox second = new HBox();
    private final Label note;
    private final Label problem;
    private final Label title;
    private Runnable closed = () -> {};

    /** A hidden bar; its words begin with {@code id}. */
    InPlaceBar(String id) {
        setId(id + "-bar");
        getStyleClass().add("recording-bar");
        title = Parts.label(id + "-bar-title", "title");
        title.setText(Words.text(id + ".title"));
        title.setMinWidth(USE_PREF_SIZE);
        note = Parts.label(id + "-bar-note", "muted");
        note.setWrapText(true);
        problem = Parts.label(id + "-bar-problem", "danger-text");
        problem.setWrapText(true);
        row.getStyleClass().addAll("pane-bar", "recording-row");
        second.getStyleClass().addAll("pane-bar", "recording-row");
        row.getChildren().add(title);
        show(second, false);
        getChildren().addAll(row, second, note, problem);
        say("");
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        show(this, false);
    }

    Label title() {
        return title;
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** A field that takes the room; its words are {@code key} and {@code key.prompt}. */
    static TextField field(String id, String key, Runnable enter) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(Words.text(key));
        field.setPromptText(Words.text(key + ".prompt"));
        field.setOnAction(_ -> enter.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    void add(Node... parts) {
        row.getChildren().addAll(parts);
    }

    void addBelow(Node... parts) {
        second.getChildren().addAll(parts);
        show(second, true);
    }

    /** The button at the end that closes the bar. */
    Button closer(String id) {
        return Parts.iconButton(id, MaterialDesignC.CLOSE, this::close);
    }

    void note(String sentence) {
        Parts.show(note, sentence);
    }

    /** Says what is wrong; "" for nothing. */
    final void say(String sentence) {
        Parts.show(problem, sentence);
    }

    void onClosed(Runnable action) {
        closed = action;
    }

    /** Shows it; the focus comes a moment later, so that the key that asked is not typed there. */
    void open(Node first) {
        say("");
        show(this, true);
        Background.handOver(first::requestFocus);
    }

    void close() {
        if (isVisible()) {
            show(this, false);
            closed.run();
        }
    }
}
