package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.notification.NotificationFile.Form;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
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

/** Where listed notifications are saved, and in which form. In place. */
final class ExportBar extends VBox {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final NotificationsViewModel model;
    private final Consumer<String> told;
    private final TextField file = new TextField();
    private final ComboBox<Form> form = new ComboBox<>();
    private final Label problem = Parts.label("notifications-export-problem", "danger-text");
    private final Button save = new Button();
    private boolean replace;

    ExportBar(NotificationsViewModel model, Consumer<String> told) {
        this.model = model;
        this.told = told;
        setId("notifications-export-bar");
        getStyleClass().add("receiver-bar");
        file.setId("notifications-file");
        file.setAccessibleText(Words.text("notifications.export.file"));
        HBox.setHgrow(file, Priority.ALWAYS);
        file.setOnAction(_ -> save());
        file.textProperty().subscribe(_ -> mayReplace(false));
        form.setId("notifications-form");
        form.setAccessibleText(Words.text("notifications.export.form"));
        form.setMinWidth(USE_PREF_SIZE);
        form.getItems().setAll(Form.values());
        form.setConverter(new FormConverter());
        form.setValue(Form.CSV);
        form.valueProperty().addListener((_, before, now) -> rename(before, now));
        save.setId("notifications-export-now");
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        problem.setWrapText(true);
        Button browse =
                Parts.iconButton(
                        "notifications-browse", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::browse);
        Button close =
                Parts.iconButton("notifications-export-close", MaterialDesignC.CLOSE, this::close);
        Label title = Parts.words("notifications.export.title", "title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(title, file, browse, form, save, close);
        row.getStyleClass().addAll("pane-bar", "receiver-row");
        getChildren().addAll(row, problem);
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

    private void rename(Form before, Form now) {
        String end = "." + before.extension();
        if (file.getText().endsWith(end)) {
            String stem = file.getText().substring(0, file.getText().length() - end.length());
            file.setText(stem + "." + now.extension());
        }
    }

    void open() {
        if (!isVisible()) {
            String name =
                    "notifications-"
                            + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)
                            + "."
                            + form.getValue().extension();
            file.setText(Path.of(System.getProperty("user.home")).resolve(name).toString());
        }
        mayReplace(false);
        show(true);
        file.requestFocus();
        file.selectAll();
    }

    private void close() {
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void mayReplace(boolean may) {
        replace = may;
        Parts.show(problem, may ? Words.text("notifications.export.exists") : "");
        save.setText(
                Words.text(
                        may ? "button.notifications-replace" : "button.notifications-export-now"));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("notifications.export.title"));
        chooser.setInitialFileName(file.getText().replaceAll(".*[/\\\\]", ""));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            mayReplace(chosen.exists());
        }
    }

    private void save() {
        List<NotificationLine> oldestFirst = List.copyOf(model.rows()).reversed();
        boolean over = replace;
        Form chosen = form.getValue();
        NotificationText texts = model.textsProperty().get();
        try {
            Path target = Path.of(file.getText().strip());
            save.setDisable(true);
            var _ =
                    Background.run(
                            "save-notifications",
                            () -> {
                                NotificationFile.write(
                                        oldestFirst, target, chosen, over, texts.names());
                                return target;
                            },
                            path -> done(oldestFirst.size(), path),
                            this::failed);
        } catch (InvalidPathException e) {
            failed(e);
        }
    }

    private void done(int count, Path path) {
        save.setDisable(false);
        close();
        told.accept(Words.text("notifications.export.done", count, path.toString()));
    }

    private void failed(Exception why) {
        save.setDisable(false);
        if (why instanceof FileAlreadyExistsException) {
            mayReplace(true);
        } else {
            String reason = Inert.text(why.getClass().getSimpleName() + ": " + why.getMessage());
            Parts.show(problem, Words.text("notifications.export.failed", reason));
        }
    }

    private static final class FormConverter extends StringConverter<Form> {
        @Override
        public String toString(Form form) {
            return form == null ? "" : Words.text("notifications.export.form." + form.extension());
        }

        @Override
        public Form fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
