package dev.bulkhead.app.past;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.history.HistoryExport.Form;
import dev.bulkhead.app.history.Level;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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

/** Where series are exported to, in which form, and which stretch of time. In place. */
final class ExportBar extends VBox {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Consumer<ExportOrder> export;
    private final Label what = Parts.label("history-export-what", "muted");
    private final TextField file = new TextField();
    private final ComboBox<Form> form = new ComboBox<>();
    private final ComboBox<Level> level = new ComboBox<>();
    private final ComboBox<Span> span = new ComboBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Label problem = Parts.label("history-export-problem", "danger-text");
    private final Button save = new Button();
    private boolean replace;
    private long oldest;
    private long newest;

    /** A stretch of time that ends with the newest value. */
    private enum Span {
        ALL(Optional.empty()),
        HOUR(Optional.of(Duration.ofHours(1))),
        DAY(Optional.of(Duration.ofDays(1))),
        WEEK(Optional.of(Duration.ofDays(7))),
        MONTH(Optional.of(Duration.ofDays(30)));

        private final Optional<Duration> length;

        Span(Optional<Duration> length) {
            this.length = length;
        }
    }

    /** A bar that is hidden until {@link #open}. */
    ExportBar(Consumer<ExportOrder> export) {
        this.export = export;
        setId("history-export-bar");
        getStyleClass().add("history-bar");
        field(file, "file");
        HBox.setHgrow(file, Priority.ALWAYS);
        field(from, "from");
        field(to, "to");
        choice(form, "form", Form.values(), each -> name(each));
        choice(level, "level", Level.values(), each -> name(each));
        choice(span, "span", Span.values(), each -> name(each));
        form.valueProperty().subscribe((_, _) -> fitName());
        span.valueProperty().subscribe((_, _) -> fillSpan());
        file.textProperty().subscribe(_ -> mayReplace(false));
        save.setId("history-export-now");
        save.getStyleClass().add(Styles.ACCENT);
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        problem.setWrapText(true);
        getChildren().addAll(fileRow(), spanRow(), problem);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        close();
    }

    private HBox fileRow() {
        Button browse =
                Parts.iconButton(
                        "history-browse", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::browse);
        Button close = Parts.iconButton("history-export-close", MaterialDesignC.CLOSE, this::close);
        return row(title("history.export.title"), file, browse, form, save, close);
    }

    private HBox spanRow() {
        HBox.setHgrow(what, Priority.SOMETIMES);
        return row(
                title("history.export.which"),
                level,
                span,
                from,
                Parts.words("history.export.until"),
                to,
                what);
    }

    private static Label title(String key) {
        Label title = Parts.words(key, "title");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("pane-bar");
        return row;
    }

    private void field(TextField field, String key) {
        field.setId("history-export-" + key);
        field.setAccessibleText(Words.text("history.export." + key));
        field.setOnAction(_ -> save());
    }

    private static <T> void choice(
            ComboBox<T> box, String key, T[] values, Function<T, String> name) {
        box.setId("history-export-" + key);
        box.setAccessibleText(Words.text("history.export." + key));
        box.setMinWidth(USE_PREF_SIZE);
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null
                                ? ""
                                : Words.text("history.export." + key + "." + name.apply(value));
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("only chosen, never typed");
                    }
                });
        box.setValue(values[0]);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /**
     * Asks where, how and what.
     *
     * @param series how many series are to be exported
     * @param oldestValue of all of them, milliseconds since 1970
     */
    void open(int series, long oldestValue, long newestValue) {
        oldest = oldestValue;
        newest = newestValue;
        what.setText(Words.text("history.export.what", series));
        if (!isVisible()) {
            String name =
                    "history-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".csv";
            form.setValue(Form.CSV);
            span.setValue(Span.ALL);
            file.setText(Path.of(System.getProperty("user.home")).resolve(name).toString());
        }
        fillSpan();
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

    private void fillSpan() {
        long begin = span.getValue().length.map(each -> newest - each.toMillis()).orElse(oldest);
        from.setText(text(Math.max(oldest, begin)));
        to.setText(text(newest + 999));
    }

    private static String text(long millis) {
        return SHOWN.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    /** The name's ending follows the form, unless the user chose another one. */
    private void fitName() {
        String name = file.getText();
        for (Form each : Form.values()) {
            if (name.endsWith("." + each.ending())) {
                String stem = name.substring(0, name.length() - each.ending().length());
                file.setText(stem + form.getValue().ending());
                return;
            }
        }
    }

    private void mayReplace(boolean may) {
        replace = may;
        Parts.show(problem, may ? Words.text("history.export.exists") : "");
        save.setText(Words.text(may ? "button.history-replace" : "button.history-export-now"));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("history.export.title"));
        chooser.setInitialFileName(file.getText().replaceAll(".*[/\\\\]", ""));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            mayReplace(chosen.exists());
        }
    }

    private void save() {
        try {
            Path target = Path.of(file.getText().strip());
            if (!replace && Files.exists(target)) {
                mayReplace(true);
                return;
            }
            long begin = millis(from.getText());
            long end = millis(to.getText());
            if (end <= begin) {
                Parts.show(problem, Words.text("history.export.backward"));
                return;
            }
            close();
            export.accept(
                    new ExportOrder(
                            target, form.getValue(), level.getValue(), begin, end, replace));
        } catch (InvalidPathException e) {
            Parts.show(problem, Words.text("history.export.bad-name"));
        } catch (DateTimeParseException e) {
            Parts.show(problem, Words.text("history.export.bad-time", e.getParsedString()));
        }
    }

    private static long millis(String text) {
        return LocalDateTime.parse(text.strip(), TYPED)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
