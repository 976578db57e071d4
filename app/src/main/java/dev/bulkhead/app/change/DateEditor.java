package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** DateAndTime as date, time and offset from UTC. */
final class DateEditor extends HBox {
    private static final int NANOS_PER_DECISECOND = 100_000_000;

    private final ValueField field;
    private final DatePicker date = new DatePicker();
    private final TextField time = new TextField();
    private final TextField zone = new TextField();
    private boolean showing;

    DateEditor(ValueField field, String id, String name) {
        this.field = field;
        setId(id);
        getStyleClass().add("date-editor");
        date.setId(id + "-date");
        date.setAccessibleText(name);
        date.getEditor().setId(id + "-date-text");
        date.getEditor().setAccessibleText(name);
        time.setId(id + "-time");
        time.setPromptText(Words.text("change.prompt.time"));
        time.setAccessibleText(Words.text("change.date.time"));
        zone.setId(id + "-zone");
        zone.setPromptText(Words.text("change.prompt.zone"));
        zone.setAccessibleText(Words.text("change.date.zone"));
        time.getStyleClass().addAll("mono", "date-time");
        zone.getStyleClass().addAll("mono", "date-zone");
        Button now = Parts.iconButton("change-now", MaterialDesignC.CLOCK_OUTLINE, this::now);
        now.setId(id + "-now");
        getChildren().addAll(date, time, zone, now);
        field.textProperty().subscribe(this::show);
        date.valueProperty().subscribe(_ -> typed());
        time.textProperty().subscribe(_ -> typed());
        zone.textProperty().subscribe(_ -> typed());
    }

    private void now() {
        OffsetDateTime now = OffsetDateTime.now(ZoneId.systemDefault());
        LocalTime whole = now.toLocalTime().withNano(0);
        field.textProperty()
                .set(new DateParts(now.toLocalDate(), whole, Optional.of(now.getOffset())).text());
    }

    private void show(String text) {
        if (showing) {
            return;
        }
        showing = true;
        DateParts.parse(text)
                .ifPresent(parts -> {
                    date.setValue(parts.date());
                    time.setText(timeText(parts.time()));
                    zone.setText(parts.offset().map(DateParts::zone).orElse(""));
                });
        showing = false;
    }

    private static String timeText(LocalTime at) {
        String whole = "%02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond());
        int deciseconds = at.getNano() / NANOS_PER_DECISECOND;
        return deciseconds == 0 ? whole : whole + "." + deciseconds;
    }

    private void typed() {
        if (showing) {
            return;
        }
        showing = true;
        field.textProperty().set(text());
        showing = false;
    }

    /** The field's text; one that is no date while a part is missing or wrong. */
    private String text() {
        LocalDate day = date.getValue();
        if (day == null && time.getText().isBlank()) {
            return "";
        }
        try {
            LocalTime at = LocalTime.parse(padded(time.getText().strip()));
            Optional<ZoneOffset> offset =
                    zone.getText().isBlank()
                            ? Optional.empty()
                            : Optional.of(offset(zone.getText().strip()));
            return day == null ? time.getText() : new DateParts(day, at, offset).text();
        } catch (DateTimeException unfinished) {
            return day + "," + time.getText() + "," + zone.getText();
        }
    }

    private static String padded(String text) {
        return text.matches("\\d:.*") ? "0" + text : text;
    }

    private static ZoneOffset offset(String text) {
        String[] parts = text.split(":", -1);
        boolean signed = text.startsWith("+") || text.startsWith("-");
        if (!signed || parts.length > 2 || !text.matches("[+-]\\d{1,2}(:\\d{1,2})?")) {
            throw new DateTimeException(text);
        }
        int sign = text.startsWith("-") ? -1 : 1;
        int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return ZoneOffset.ofHoursMinutes(Integer.parseInt(parts[0]), sign * minutes);
    }

    /** Takes a date that was typed and not confirmed. */
    void commit() {
        try {
            LocalDate typed = date.getConverter().fromString(date.getEditor().getText());
            if (typed != null) {
                date.setValue(typed);
            }
        } catch (DateTimeException noDate) {
            date.getEditor().selectAll();
        }
    }

    void focusDate() {
        date.requestFocus();
        date.getEditor().selectAll();
    }
}
