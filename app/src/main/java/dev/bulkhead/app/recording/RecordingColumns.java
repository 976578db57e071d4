package dev.bulkhead.app.recording;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.recording.RecordingSummary.State;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The columns of the list of recordings. */
final class RecordingColumns {
    private static final double NAME = 180;
    private static final double STATE = 205;
    private static final double STARTED = 165;
    private static final double DEVICE = 130;
    private static final double NUMBER = 82;

    private RecordingColumns() {}

    static List<TableColumn<RecordingEntry, RecordingSummary>> all() {
        return List.of(
                column("name", NAME, RecordingColumns::name, RecordingSummary::name),
                column("state", STATE, RecordingColumns::state, RecordingWords::state),
                sorted(
                        text(
                                "started",
                                STARTED,
                                s -> s.started().map(RecordingWords::moment).orElse("")),
                        Comparator.comparing(s -> s.started().map(Object::toString).orElse(""))),
                sorted(
                        number("span", s -> RecordingWords.span(s.span())),
                        Comparator.comparing(RecordingSummary::span)),
                sorted(
                        number("passes", s -> Words.text("recordings.number", s.passes())),
                        Comparator.comparingInt(RecordingSummary::passes)),
                sorted(
                        number("values", s -> Words.text("recordings.number", s.values())),
                        Comparator.comparingLong(RecordingSummary::values)),
                sorted(
                        number(
                                "size",
                                s -> s.octets() == 0 ? "" : RecordingWords.octets(s.octets())),
                        Comparator.comparingLong(RecordingSummary::octets)),
                text("device", DEVICE, RecordingSummary::device, "mono-cell", "muted-cell"));
    }

    private static TableColumn<RecordingEntry, RecordingSummary> sorted(
            TableColumn<RecordingEntry, RecordingSummary> column,
            Comparator<RecordingSummary> order) {
        column.setComparator(order);
        return column;
    }

    private static TableColumn<RecordingEntry, RecordingSummary> number(
            String key, Function<RecordingSummary, String> words) {
        return text(key, NUMBER, words, "number-cell");
    }

    private static TableColumn<RecordingEntry, RecordingSummary> text(
            String key, double width, Function<RecordingSummary, String> words, String... classes) {
        return column(
                key, width, (summary, cell) -> cell.setText(words.apply(summary)), words, classes);
    }

    private static TableColumn<RecordingEntry, RecordingSummary> column(
            String key,
            double width,
            BiConsumer<RecordingSummary, TableCell<RecordingEntry, RecordingSummary>> show,
            Function<RecordingSummary, String> order,
            String... classes) {
        TableColumn<RecordingEntry, RecordingSummary> column =
                new TableColumn<>(Words.text("recordings.head." + key));
        column.setId("recordings-" + key);
        column.setPrefWidth(width);
        column.getStyleClass().addAll(classes);
        column.setComparator(Comparator.comparing(order));
        column.setCellValueFactory(cell -> cell.getValue().summaryProperty());
        column.setCellFactory(_ -> new Cell(show, classes));
        return column;
    }

    private static void name(
            RecordingSummary summary, TableCell<RecordingEntry, RecordingSummary> cell) {
        cell.setText(summary.name());
        cell.setGraphic(Parts.icon(MaterialDesignR.RECORD_REC, "muted"));
    }

    private static void state(
            RecordingSummary summary, TableCell<RecordingEntry, RecordingSummary> cell) {
        FontIcon icon = Parts.icon(icon(summary.state()), "state-icon");
        Parts.tone(icon, tone(summary));
        cell.setGraphic(icon);
        cell.setText(RecordingWords.state(summary));
        cell.setTooltip(summary.detail().isEmpty() ? null : new Tooltip(summary.detail()));
    }

    private static Ikon icon(State state) {
        return switch (state) {
            case READING, STARTING -> MaterialDesignT.TIMER_SAND;
            case STORED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case RECORDING -> MaterialDesignR.RECORD_CIRCLE;
            case REPLAYING -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
            case BROKEN -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    private static Tone tone(RecordingSummary summary) {
        return switch (summary.state()) {
            case READING, STARTING, STORED -> summary.gaps() > 0 ? Tone.WARNING : Tone.NEUTRAL;
            case RECORDING -> Tone.DANGER;
            case REPLAYING -> Tone.SUCCESS;
            case BROKEN -> Tone.DANGER;
        };
    }

    private static final class Cell extends TableCell<RecordingEntry, RecordingSummary> {
        private final BiConsumer<RecordingSummary, TableCell<RecordingEntry, RecordingSummary>>
                show;

        Cell(
                BiConsumer<RecordingSummary, TableCell<RecordingEntry, RecordingSummary>> show,
                String... classes) {
            this.show = show;
            getStyleClass().addAll(classes);
        }

        @Override
        protected void updateItem(RecordingSummary summary, boolean empty) {
            super.updateItem(summary, empty);
            if (empty || summary == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
            } else {
                show.accept(summary, this);
            }
        }
    }
}
