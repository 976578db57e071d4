package dev.bulkhead.app.chart;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Where a chart is saved: the name's end says whether as a picture or as numbers. In place. */
final class ChartSaveBar extends VBox {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Function<Form, Writing> writing;
    private final TextField file = new TextField();
    private final Label problem = Parts.label("chart-save-problem", "danger-text");
    private final Button save = new Button();
    private Consumer<String> saved = _ -> {};
    private boolean replace;

    /** What a chart can be saved as. */
    enum Form {
        PNG,
        CSV
    }

    /** Writes what was there when it was made; blocks. */
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    /**
     * A bar that is hidden until {@link #open}.
     *
     * @param writing what is to be saved; asked on JavaFX's thread
     */
    ChartSaveBar(Function<Form, Writing> writing) {
        this.writing = writing;
        setId("chart-save-bar");
        getStyleClass().add("chart-save-bar");
        file.setId("chart-file");
        file.setAccessibleText(Words.text("chart.save.file"));
        HBox.setHgrow(file, Priority.ALWAYS);
        file.setOnAction(_ -> save());
        file.textProperty().subscribe(_ -> mayReplace(false));
        save.setId("chart-save-now");
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        problem.setWrapText(true);
        Button browse =
                Parts.iconButton("chart-browse", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::browse);
        Button close = Parts.iconButton("chart-save-close", MaterialDesignC.CLOSE, this::close);
        Label title = Parts.words("chart.save.title", "title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(title, file, browse, save, close);
        row.getStyleClass().add("pane-bar");
        getChildren().addAll(row, Parts.words("chart.save.hint", "muted"), problem);
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

    /** Tells this from now on what was saved. */
    void onSaved(Consumer<String> told) {
        saved = told;
    }

    void open() {
        if (!isVisible()) {
            String name =
                    "chart-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".png";
            file.setText(Path.of(System.getProperty("user.home")).resolve(name).toString());
        }
        mayReplace(false);
        shown(true);
        file.requestFocus();
        file.selectAll();
    }

    private void close() {
        shown(false);
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    private void mayReplace(boolean may) {
        replace = may;
        Parts.show(problem, may ? Words.text("chart.save.exists") : "");
        save.setText(Words.text(may ? "button.chart-replace" : "button.chart-save-now"));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("chart.save.title"));
        chooser.setInitialFileName(file.getText().replaceAll(".*[/\\\\]", ""));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            mayReplace(chosen.exists());
        }
    }

    private void save() {
        String name = file.getText().strip();
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!end.equals("png") && !end.equals("csv")) {
            Parts.show(problem, Words.text("chart.save.form"));
            return;
        }
        try {
            save(Path.of(name), writing.apply(end.equals("png") ? Form.PNG : Form.CSV));
        } catch (InvalidPathException e) {
            failed(e);
        }
    }

    private void save(Path target, Writing content) {
        boolean over = replace;
        save.setDisable(true);
        Callable<Path> work =
                () -> {
                    if (!over && Files.exists(target)) {
                        throw new FileAlreadyExistsException(target.toString());
                    }
                    content.to(target);
                    return target;
                };
        var _ = Background.run("save-chart", work, this::done, this::failed);
    }

    private void done(Path path) {
        save.setDisable(false);
        close();
        saved.accept(Words.text("chart.save.done", path.toString()));
    }

    private void failed(Exception why) {
        save.setDisable(false);
        if (why instanceof FileAlreadyExistsException) {
            mayReplace(true);
        } else {
            Parts.show(
                    problem,
                    Words.text(
                            "chart.save.failed",
                            why.getClass().getSimpleName() + ": " + why.getMessage()));
        }
    }
}
