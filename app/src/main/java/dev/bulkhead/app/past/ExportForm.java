package dev.bulkhead.app.past;

import dev.bulkhead.app.history.HistoryExport.Form;
import dev.bulkhead.app.history.Level;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.saving.SaveBar;
import dev.bulkhead.app.saving.SaveForms;
import dev.bulkhead.app.saving.SaveNames;
import dev.bulkhead.app.saving.SaveRequest;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Where series are exported to, in which form, and which stretch of time. */
final class ExportForm {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Consumer<ExportOrder> export;
    private final SaveBar<Form> bar;
    private final Label what = Parts.label("history-export-what", "muted");
    private final ComboBox<Level> level = new ComboBox<>();
    private final ComboBox<Span> span = new ComboBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
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
    ExportForm(Consumer<ExportOrder> export) {
        this.export = export;
        bar =
                new SaveBar<>(
                        new SaveNames("history", "export", "history-export", "history"),
                        new SaveForms<>(List.of(Form.values()), ExportForm::name, Form::ending),
                        this::save);
        field(from, "from");
        field(to, "to");
        choice(level, "level", Level.values(), each -> name(each));
        choice(span, "span", Span.values(), each -> name(each));
        span.valueProperty().subscribe((_, _) -> fillSpan());
        bar.addBelow(spanRow());
    }

    /** To be shown. */
    Node bar() {
        return bar;
    }

    private HBox spanRow() {
        HBox.setHgrow(what, Priority.SOMETIMES);
        Label title = Parts.words("history.export.which", "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox row =
                new HBox(title, level, span, from, Parts.words("history.export.until"), to, what);
        row.getStyleClass().add("pane-bar");
        return row;
    }

    private static void field(TextField field, String key) {
        field.setId("history-export-" + key);
        field.setAccessibleText(Words.text("history.export." + key));
    }

    private static <T> void choice(
            ComboBox<T> box, String key, T[] values, Function<T, String> name) {
        box.setId("history-export-" + key);
        box.setAccessibleText(Words.text("history.export." + key));
        box.setMinWidth(Region.USE_PREF_SIZE);
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
        if (!bar.isVisible()) {
            span.setValue(Span.ALL);
        }
        fillSpan();
        bar.open();
    }

    void close() {
        bar.close();
    }

    private void fillSpan() {
        long begin = span.getValue().length.map(each -> newest - each.toMillis()).orElse(oldest);
        from.setText(text(Math.max(oldest, begin)));
        to.setText(text(newest + 999));
    }

    private static String text(long millis) {
        return SHOWN.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    private void save(SaveRequest<Form> request) {
        try {
            long begin = millis(from.getText());
            long end = millis(to.getText());
            if (end <= begin) {
                request.outcome().refused(Words.text("history.export.backward"));
            } else if (request.isFree()) {
                request.outcome().handedOver();
                export.accept(
                        new ExportOrder(
                                request.file(),
                                request.form(),
                                level.getValue(),
                                begin,
                                end,
                                request.mayReplace()));
            }
        } catch (DateTimeParseException e) {
            request.outcome().refused(Words.text("history.export.bad-time", e.getParsedString()));
        }
    }

    private static long millis(String text) {
        return LocalDateTime.parse(text.strip(), TYPED)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
