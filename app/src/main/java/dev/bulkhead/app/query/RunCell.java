package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A folded run as one line; a click opens it, its buttons stop, repeat and close it. */
final class RunCell extends ListCell<QueryRun> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);

    private final InstantSource clock;
    private final Deeds deeds;
    private final Label title = Parts.label("run-title", "title");
    private final Label chip = Parts.chip("run-chip", Tone.NEUTRAL);
    private final Label summary = Parts.label("run-summary", "muted", "summary");
    private final Label time = Parts.label("run-time", "muted");
    private final Button cancel =
            Parts.iconButton("cancel-run", MaterialDesignS.STOP, () -> with(QueryRun::cancel));
    private final Button again =
            Parts.iconButton("repeat-run", MaterialDesignR.REFRESH, () -> with(deeds().again()));
    private final Button close =
            Parts.iconButton("close-run", MaterialDesignC.CLOSE, () -> with(deeds().close()));
    private final HBox row =
            new HBox(
                    Parts.icon(MaterialDesignC.CHEVRON_RIGHT),
                    title,
                    chip,
                    summary,
                    Parts.spacer(),
                    time,
                    cancel,
                    again,
                    close);

    /** What the buttons of a line do. */
    record Deeds(Consumer<QueryRun> again, Consumer<QueryRun> close) {}

    RunCell(InstantSource clock, Deeds deeds) {
        this.clock = clock;
        this.deeds = deeds;
        row.getStyleClass().add("run-row");
        for (Region part : new Region[] {title, chip, time, cancel, again, close}) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        for (Button button : new Button[] {cancel, again, close}) {
            button.setFocusTraversable(false);
        }
        setPrefWidth(0);
    }

    private Deeds deeds() {
        return deeds;
    }

    private void with(Consumer<QueryRun> deed) {
        QueryRun run = getItem();
        if (run != null) {
            deed.accept(run);
        }
    }

    @Override
    protected void updateItem(@Nullable QueryRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(RunWords.title(run));
        chip.setText(RunWords.chip(run));
        Parts.tone(chip, RunWords.tone(run));
        summary.setText(RunWords.summary(run, clock.instant()));
        time.setText(CLOCK.format(run.progress().begun().atZone(ZoneId.systemDefault())));
        boolean over = run.progress().state().isOver();
        cancel.setVisible(!over);
        cancel.setManaged(!over);
        setAccessibleText(
                Words.text("run.accessible", title.getText(), chip.getText(), summary.getText()));
        setGraphic(row);
    }
}
