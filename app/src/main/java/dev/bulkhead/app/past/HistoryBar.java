package dev.bulkhead.app.past;

import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.FoldingBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The two bars of the History page: which file and how it is; and what can be done with it. */
final class HistoryBar extends VBox {
    private final HistoryViewModel model;
    private final PaneBar head = new PaneBar("history");
    private final Label chip = Parts.chip("history-chip", Tone.SUCCESS);
    private final ComboBox<Path> file = new ComboBox<>();
    private final TextField filter = new TextField();
    private final Button check;
    private final Button chart;
    private final Button export;
    private final Button delete;
    private boolean painting;

    /** What the buttons do. */
    record Deeds(Runnable open, Runnable check, Runnable chart, Runnable export, Runnable delete) {}

    HistoryBar(HistoryViewModel model, Deeds deeds) {
        this.model = model;
        head.setId("history-bar");
        head.title().setText(Words.text("history.title"));
        head.addChips(chip);
        setUpFile();
        Button open =
                Parts.iconButton("history-open", MaterialDesignF.FOLDER_OPEN_OUTLINE, deeds.open());
        check = Parts.button("history-check", MaterialDesignS.STETHOSCOPE, deeds.check());
        Parts.explain(check, Words.text("button.history-check.hint"));
        head.addTools(file, open, check);
        filter.setId("history-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("history.filter"));
        filter.setAccessibleText(Words.text("history.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        chart = tool("history-chart", MaterialDesignC.CHART_LINE, deeds.chart());
        export = tool("history-export", MaterialDesignC.CONTENT_SAVE_OUTLINE, deeds.export());
        delete = tool("history-delete", MaterialDesignT.TRASH_CAN_OUTLINE, deeds.delete());
        FoldingBar tools = FoldingBar.empty();
        tools.getStyleClass().add("history-tools");
        tools.addTools(filter, chart, export, delete);
        getChildren().addAll(head, tools);
        model.fileProperty().subscribe(_ -> repaint());
    }

    private static Button tool(String id, Ikon icon, Runnable action) {
        Button button = Parts.button(id, icon, action);
        button.setMinWidth(USE_PREF_SIZE);
        Parts.explain(button, Words.text("button." + id + ".hint"));
        return button;
    }

    private void setUpFile() {
        file.setId("history-file");
        file.setAccessibleText(Words.text("history.file"));
        file.setItems(model.files());
        file.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Path path) {
                        return path == null ? "" : String.valueOf(path.getFileName());
                    }

                    @Override
                    public Path fromString(String text) {
                        throw new UnsupportedOperationException("only chosen, never typed");
                    }
                });
        file.setOnAction(_ -> {
            if (!painting && file.getValue() != null) {
                model.choose(file.getValue());
            }
        });
    }

    /** Shows the state and the numbers of now. */
    void repaint() {
        painting = true;
        file.setValue(model.fileProperty().get().orElse(null));
        painting = false;
        file.setVisible(!model.files().isEmpty());
        file.setManaged(!model.files().isEmpty());
        chip();
        head.summary().setText(model.overviewProperty().get().map(this::summary).orElse(""));
    }

    private void chip() {
        Optional<HistoryState> state = model.state();
        boolean trouble = state.flatMap(HistoryState::problem).isPresent();
        String key =
                !model.hasPlace() || !model.isOn()
                        ? "off"
                        : trouble ? "trouble" : model.isWritten() ? "written" : "read";
        chip.setText(Words.text("history.chip." + key));
        Parts.tone(
                chip,
                switch (key) {
                    case "trouble" -> Tone.DANGER;
                    case "written" -> Tone.SUCCESS;
                    default -> Tone.NEUTRAL;
                });
    }

    private String summary(Overview all) {
        if (all.series().isEmpty()) {
            return HistoryWords.bytes(all.bytes());
        }
        int shown = model.shown().size();
        String series =
                shown == all.series().size()
                        ? Words.text("history.series", shown)
                        : Words.text("history.series.some", shown, all.series().size());
        return Words.text(
                "history.summary",
                series,
                HistoryWords.bytes(all.bytes()),
                HistoryWords.time(all.oldest()),
                HistoryWords.time(all.newest()));
    }

    /**
     * Enables what can be done.
     *
     * @param chosen how many series are chosen
     * @param any whether there are series
     */
    void enable(int chosen, boolean any) {
        boolean busy = model.busyProperty().get();
        chart.setDisable(chosen == 0);
        export.setDisable(!any || busy);
        delete.setDisable(chosen == 0 || busy);
        check.setDisable(busy || model.overviewProperty().get().isEmpty());
    }

    void focusFilter() {
        filter.requestFocus();
    }
}
