package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.packets.PacketsViewModel.Way;
import dev.bulkhead.app.theme.FoldingBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.JobSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The two bars over the packets: which job's, how many; and which of them, and what to do. */
final class PacketsBar extends VBox {
    private final PacketsViewModel model;
    private final Function<JobSpec, String> title;
    private final PaneBar head = new PaneBar("packets");
    private final ComboBox<Recording> run = new ComboBox<>();
    private final Label count = Parts.chip("packets-count", Tone.ACCENT);
    private final Label lost = Parts.chip("packets-lost", Tone.WARNING);
    private final TextField filter = new TextField();
    private boolean painting;

    /**
     * Bars over a model.
     *
     * @param title a job in a few words
     * @param buttons copy, clear and save
     */
    PacketsBar(PacketsViewModel model, Function<JobSpec, String> title, Button... buttons) {
        this.model = model;
        this.title = title;
        head.title().setText(Words.text("packets.title"));
        setUpRun();
        head.addChips(run, count, lost);
        head.addTools(
                toggle(
                        "packets-record",
                        MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                        model.recordingProperty()));
        FoldingBar tools = FoldingBar.empty();
        tools.getStyleClass().add("packets-tools");
        tools.addTools(way(), errors(), filter(), pause(), reveal());
        tools.addTools(buttons);
        getChildren().addAll(head, tools);
    }

    private void setUpRun() {
        run.setId("packets-run");
        run.setAccessibleText(Words.text("packets.run"));
        run.setItems(model.recordings());
        run.setConverter(new Converter<>(recording -> title.apply(recording.spec())));
        run.setOnAction(_ -> {
            if (!painting && run.getValue() != null) {
                model.show(run.getValue());
            }
        });
    }

    private ComboBox<Way> way() {
        ComboBox<Way> way = new ComboBox<>();
        way.setId("packets-way");
        way.setAccessibleText(Words.text("packets.way"));
        way.getItems().setAll(Way.values());
        way.setConverter(
                new Converter<>(
                        each -> Words.text("packets.way." + each.name().toLowerCase(Locale.ROOT))));
        way.valueProperty().bindBidirectional(model.wayProperty());
        return way;
    }

    private ToggleButton errors() {
        return toggle(
                "packets-errors", MaterialDesignA.ALERT_CIRCLE_OUTLINE, model.errorsOnlyProperty());
    }

    private TextField filter() {
        filter.setId("packets-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("packets.filter"));
        filter.setAccessibleText(Words.text("packets.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        return filter;
    }

    private ToggleButton pause() {
        return toggle("packets-pause", MaterialDesignP.PAUSE, model.pausedProperty());
    }

    private ToggleButton reveal() {
        return toggle("packets-reveal", MaterialDesignE.EYE_OUTLINE, model.revealProperty());
    }

    private static ToggleButton toggle(String id, Ikon icon, BooleanProperty state) {
        ToggleButton button = new ToggleButton(Words.text("button." + id), Parts.icon(icon));
        button.setId(id);
        Parts.explain(button, Words.text("button." + id + ".hint"));
        button.selectedProperty().bindBidirectional(state);
        return button;
    }

    void paint() {
        Optional<Recording> shown = model.shownProperty().get();
        painting = true;
        run.setValue(shown.orElse(null));
        painting = false;
        run.setVisible(!model.recordings().isEmpty());
        run.setManaged(!model.recordings().isEmpty());
        long all = shown.map(Recording::count).orElse(0L);
        int listed = model.rows().size();
        Parts.show(
                count,
                shown.isEmpty()
                        ? ""
                        : Words.text(
                                listed == all ? "packets.count" : "packets.some", listed, all));
        long gone = shown.map(each -> each.dropped() + each.skipped()).orElse(0L);
        Parts.show(lost, gone == 0 ? "" : Words.text("packets.lost", gone));
        head.summary()
                .setText(
                        shown.map(each ->
                                        Words.text(
                                                model.pausedProperty().get()
                                                        ? "packets.state.paused"
                                                        : each.isOver()
                                                                ? "packets.state.over"
                                                                : "packets.state.live"))
                                .orElse(""));
    }

    void focusFilter() {
        filter.requestFocus();
    }

    private static final class Converter<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Converter(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T item) {
            return item == null ? "" : words.apply(item);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
