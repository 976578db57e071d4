package dev.bulkhead.app.saving;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
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

/**
 * Where something is saved, and in which form. In place; hidden until {@link #open}.
 *
 * @param <F> the forms
 */
public final class SaveBar<F> extends VBox {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final SaveNames names;
    private final SaveForms<F> forms;
    private final Consumer<SaveRequest<F>> saver;
    private final TextField file = new TextField();
    private final ComboBox<F> form = new ComboBox<>();
    private final Label problem;
    private final Button save = new Button();
    private Consumer<String> told = _ -> {};
    private boolean replace;

    /**
     * A bar of these names.
     *
     * @param saver does it, and answers
     */
    public SaveBar(SaveNames names, SaveForms<F> forms, Consumer<SaveRequest<F>> saver) {
        this.names = names;
        this.forms = forms;
        this.saver = saver;
        problem = Parts.label(names.id("problem"), "danger-text");
        problem.setWrapText(true);
        setId(names.id("bar"));
        getStyleClass().add("save-bar");
        file.setId(names.field("file"));
        file.setAccessibleText(Words.text(names.words("file")));
        HBox.setHgrow(file, Priority.ALWAYS);
        file.setOnAction(_ -> save());
        file.textProperty().subscribe(_ -> mayReplace(false));
        save.setId(names.id("now"));
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        setUpForm();
        getChildren().addAll(row(), problem);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        mayReplace(false);
        close();
    }

    private HBox row() {
        Button browse =
                Parts.iconButton(
                        names.feature() + "-browse",
                        MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        this::browse);
        Button close = Parts.iconButton(names.id("close"), MaterialDesignC.CLOSE, this::close);
        Label title = Parts.words(names.words("title"), "title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(title, file, browse, save, close);
        if (forms.isChosen()) {
            row.getChildren().add(row.getChildren().indexOf(save), form);
            form.setAccessibleText(Words.text(names.words("form")));
        }
        row.getStyleClass().add("pane-bar");
        return row;
    }

    private void setUpForm() {
        form.setId(names.field("form"));
        form.setMinWidth(USE_PREF_SIZE);
        form.getItems().setAll(forms.all());
        form.setConverter(new FormConverter());
        form.setValue(forms.all().getFirst());
        form.valueProperty().addListener((_, _, now) -> fitName(now));
    }

    /** Puts something between the file and what was wrong: more to choose, or a hint. */
    public void addBelow(Node more) {
        getChildren().add(getChildren().size() - 1, more);
    }

    /** Tells this from now on what was saved. */
    public void onSaved(Consumer<String> listener) {
        told = listener;
    }

    /** The form that is chosen. */
    public ReadOnlyObjectProperty<F> formProperty() {
        return form.valueProperty();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** The name's ending follows the form, unless the user chose another one. */
    private void fitName(F now) {
        String name = file.getText();
        for (F each : forms.all()) {
            String end = "." + forms.ending().apply(each);
            if (name.endsWith(end)) {
                String stem = name.substring(0, name.length() - end.length());
                file.setText(stem + "." + forms.ending().apply(now));
                return;
            }
        }
    }

    /** Asks for a file; proposes one if it was closed. */
    public void open() {
        if (!isVisible()) {
            F usual = forms.all().getFirst();
            form.setValue(usual);
            String name =
                    names.stem()
                            + "-"
                            + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)
                            + "."
                            + forms.ending().apply(usual);
            file.setText(Path.of(System.getProperty("user.home")).resolve(name).toString());
        }
        mayReplace(false);
        show(true);
        file.requestFocus();
        file.selectAll();
    }

    public void close() {
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void mayReplace(boolean may) {
        replace = may;
        Parts.show(problem, may ? Words.text(names.words("exists")) : "");
        String button = may ? names.feature() + "-replace" : names.id("now");
        save.setText(Words.text("button." + button));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text(names.words("title")));
        chooser.setInitialFileName(file.getText().replaceAll(".*[/\\\\]", ""));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            mayReplace(chosen.exists());
        }
    }

    private void save() {
        Answer answer = new Answer();
        String name = file.getText().strip();
        try {
            Path target = Path.of(name);
            Optional<F> wanted = forms.isChosen() ? Optional.of(form.getValue()) : formOf(name);
            if (wanted.isEmpty()) {
                answer.refused(Words.text(names.words("form")));
                return;
            }
            save.setDisable(true);
            saver.accept(new SaveRequest<>(target, wanted.get(), replace, answer));
        } catch (InvalidPathException e) {
            answer.refused(Words.text("save.bad-name"));
        }
    }

    private Optional<F> formOf(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return forms.all().stream()
                .filter(each -> forms.ending().apply(each).equals(end))
                .findFirst();
    }

    private final class Answer implements SaveRequest.Outcome {
        @Override
        public void done(String sentence) {
            handedOver();
            told.accept(sentence);
        }

        @Override
        public void handedOver() {
            save.setDisable(false);
            close();
        }

        @Override
        public void refused(String sentence) {
            save.setDisable(false);
            Parts.show(problem, sentence);
        }

        @Override
        public void failed(Exception why) {
            save.setDisable(false);
            if (why instanceof FileAlreadyExistsException) {
                mayReplace(true);
            } else {
                String reason = why.getClass().getSimpleName() + ": " + why.getMessage();
                refused(Words.text(names.words("failed"), InertText.line(reason)));
            }
        }
    }

    private final class FormConverter extends StringConverter<F> {
        @Override
        public String toString(F value) {
            return value == null || !forms.isChosen()
                    ? ""
                    : Words.text(names.words("form") + "." + forms.key().apply(value));
        }

        @Override
        public F fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
