package dev.bulkhead.app.query;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** An earlier run as one line; a click opens it. */
final class RunCell extends ListCell<QueryRun> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);

    private final InstantSource clock;
    private final Label title = Parts.label("run-title", "title");
    private final Label chip = Parts.chip("run-chip", Tone.NEUTRAL);
    private final Label summary = Parts.label("run-summary", "muted");
    private final Label time = Parts.label("run-time", "muted", "mono");
    private final HBox row =
            new HBox(
                    Parts.icon(MaterialDesignC.CHEVRON_RIGHT),
                    title,
                    chip,
                    summary,
                    Parts.spacer(),
                    time);

    RunCell(InstantSource clock) {
        this.clock = clock;
        row.getStyleClass().add("run-row");
    }

    @Override
    protected void updateItem(QueryRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            return;
        }
        title.setText(RunWords.title(run));
        chip.setText(RunWords.chip(run));
        Parts.tone(chip, RunWords.tone(run));
        summary.setText(RunWords.summary(run, clock.instant()));
        time.setText(CLOCK.format(run.progress().begun().atZone(ZoneId.systemDefault())));
        setGraphic(row);
    }
}
