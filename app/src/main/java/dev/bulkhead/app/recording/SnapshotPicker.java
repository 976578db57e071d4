package dev.bulkhead.app.recording;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.recording.RecordedPass;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Chooses a recording, and a reading of it. */
final class SnapshotPicker extends HBox {
    private final ComboBox<RecordingEntry> entries = new ComboBox<>();
    private final ComboBox<Integer> passes = new ComboBox<>();
    private final Consumer<Snapshot> choose;
    private boolean showing;

    /**
     * A picker.
     *
     * @param side {@code before} or {@code after}
     * @param chosen what it shows
     * @param choose is told what the user chooses
     */
    SnapshotPicker(
            String side, ObservableValue<Optional<Snapshot>> chosen, Consumer<Snapshot> choose) {
        this.choose = choose;
        setId("compare-" + side);
        getStyleClass().add("snapshot-picker");
        HBox.setHgrow(this, Priority.ALWAYS);
        Label label = Parts.words("compare.side." + side, "muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(entries);
        entries.setId("compare-" + side + "-recording");
        entries.setAccessibleText(Words.text("compare.recording." + side));
        entries.setConverter(new EntryConverter());
        entries.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(entries, Priority.ALWAYS);
        passes.setId("compare-" + side + "-reading");
        passes.setAccessibleText(Words.text("compare.reading." + side));
        passes.setConverter(new PassConverter());
        getChildren().addAll(label, entries, passes);
        chosen.subscribe(now -> now.ifPresent(this::show));
        entries.setOnAction(_ -> chosen(0));
        passes.setOnAction(_ -> chosen(passes.getValue() == null ? 0 : passes.getValue()));
    }

    SnapshotPicker over(ObservableList<RecordingEntry> all) {
        entries.setItems(all);
        return this;
    }

    private void show(Snapshot snapshot) {
        showing = true;
        entries.setValue(snapshot.entry());
        List<Integer> places =
                IntStream.range(0, snapshot.entry().summary().passes()).boxed().toList();
        if (!passes.getItems().equals(places)) {
            passes.getItems().setAll(places);
        }
        passes.setValue(snapshot.pass());
        showing = false;
    }

    private void chosen(int pass) {
        RecordingEntry entry = entries.getValue();
        if (!showing && entry != null && entry.isUsable()) {
            choose.accept(new Snapshot(entry, pass));
        }
    }

    /** Recordings by name and time. */
    private static final class EntryConverter extends StringConverter<RecordingEntry> {
        @Override
        public String toString(RecordingEntry entry) {
            if (entry == null) {
                return "";
            }
            RecordingSummary summary = entry.summary();
            return summary.started()
                    .map(at ->
                            Words.text("compare.entry", summary.name(), RecordingWords.moment(at)))
                    .orElse(summary.name());
        }

        @Override
        public RecordingEntry fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }

    /** Readings by place and time. */
    private final class PassConverter extends StringConverter<Integer> {
        @Override
        public String toString(Integer pass) {
            RecordingEntry entry = entries.getValue();
            if (pass == null || entry == null) {
                return "";
            }
            List<RecordedPass> all =
                    entry.open().map(open -> open.index().passes()).orElse(List.of());
            return pass < all.size()
                    ? Words.text(
                            "compare.reading",
                            pass + 1,
                            RecordingWords.span(all.get(pass).offset()))
                    : "";
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
