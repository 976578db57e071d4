package dev.bulkhead.app.packets;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.export.PcapngWriter.Form;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.trace.Packet;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Where packets are saved, and in which form; says what will be in the file. In place. */
final class SaveBar extends VBox {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Supplier<List<Packet>> packets;
    private final Consumer<String> saved;
    private final TextField file = new TextField();
    private final ComboBox<Form> form = new ComboBox<>();
    private final Label holds = Parts.label("packets-save-holds", "muted");
    private final Label problem = Parts.label("packets-save-problem", "danger-text");
    private final Button save = new Button();
    private boolean replace;

    /**
     * A bar that is hidden until {@link #open}.
     *
     * @param packets those to save
     * @param saved is told what was saved
     */
    SaveBar(Supplier<List<Packet>> packets, Consumer<String> saved) {
        this.packets = packets;
        this.saved = saved;
        setId("packets-save-bar");
        getStyleClass().add("save-bar");
        file.setId("packets-file");
        file.setAccessibleText(Words.text("packets.save.file"));
        HBox.setHgrow(file, Priority.ALWAYS);
        file.setOnAction(_ -> save());
        file.textProperty().subscribe(_ -> mayReplace(false));
        setUpForm();
        save.setId("packets-save-now");
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        holds.setWrapText(true);
        problem.setWrapText(true);
        Button browse =
                Parts.iconButton(
                        "packets-browse", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::browse);
        Button close = Parts.iconButton("packets-save-close", MaterialDesignC.CLOSE, this::close);
        Label title = Parts.words("packets.save.title", "title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(title, file, browse, form, save, close);
        row.getStyleClass().addAll("pane-bar", "save-row");
        getChildren().addAll(row, holds, problem);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        close();
    }

    private void setUpForm() {
        form.setId("packets-form");
        form.setAccessibleText(Words.text("packets.save.form"));
        form.setMinWidth(USE_PREF_SIZE);
        form.getItems().setAll(Form.values());
        form.setConverter(new FormConverter());
        form.valueProperty().subscribe(this::sayWhatItHolds);
        form.setValue(Form.READ);
    }

    private void sayWhatItHolds(Form chosen) {
        if (chosen == null) {
            return;
        }
        holds.setText(Words.text("packets.save.holds." + key(chosen)));
        boolean secret = chosen == Form.AS_SENT;
        holds.getStyleClass().setAll("label", secret ? "warning-text" : "muted");
    }

    private static String key(Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Asks for a file. */
    void open() {
        String name =
                "bulkhead-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".pcapng";
        Path folder = Path.of(System.getProperty("user.home"));
        if (!isVisible()) {
            file.setText(folder.resolve(name).toString());
            form.setValue(Form.READ);
        }
        mayReplace(false);
        show(true);
        file.requestFocus();
        file.selectAll();
    }

    void close() {
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void mayReplace(boolean may) {
        replace = may;
        Parts.show(problem, may ? Words.text("packets.save.exists") : "");
        save.setText(Words.text(may ? "button.packets-replace" : "button.packets-save-now"));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("packets.save.title"));
        chooser.setInitialFileName(file.getText().replaceAll(".*[/\\\\]", ""));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            mayReplace(chosen.exists());
        }
    }

    private void save() {
        List<Packet> all = packets.get();
        boolean over = replace;
        Form chosen = form.getValue();
        try {
            Path target = Path.of(file.getText().strip());
            save.setDisable(true);
            var _ =
                    Background.run(
                            "save-packets",
                            () -> {
                                PacketSaving.save(all, target, chosen, over);
                                return target;
                            },
                            path -> done(all.size(), path),
                            this::failed);
        } catch (InvalidPathException e) {
            failed(e);
        }
    }

    private void done(int count, Path path) {
        save.setDisable(false);
        close();
        saved.accept(Words.text("packets.save.done", count, path.toString()));
    }

    private void failed(Exception why) {
        save.setDisable(false);
        if (why instanceof FileAlreadyExistsException) {
            mayReplace(true);
        } else {
            String reason = Inert.text(why.getClass().getSimpleName() + ": " + why.getMessage());
            Parts.show(problem, Words.text("packets.save.failed", reason));
        }
    }

    private static final class FormConverter extends StringConverter<Form> {
        @Override
        public String toString(Form form) {
            return form == null ? "" : Words.text("packets.save.form." + key(form));
        }

        @Override
        public Form fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
