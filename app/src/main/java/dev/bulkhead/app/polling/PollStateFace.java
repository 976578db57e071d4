package dev.bulkhead.app.polling;

import dev.bulkhead.app.fx.LiveCells;
import dev.bulkhead.app.i18n.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The first cell of a row: its state as icon and word; more while the mouse rests on it. */
final class PollStateFace implements LiveCells.Face<PollEntry> {
    private final Supplier<Instant> now;
    private final Details details;
    private final FontIcon icon = new FontIcon();
    private Optional<PollState> shown = Optional.empty();
    private final Tooltip tooltip = new Tooltip();

    /** What is said of a state while the mouse rests on it. */
    @FunctionalInterface
    interface Details {
        String of(PollRow row, PollState state);
    }

    PollStateFace(Supplier<Instant> now, Details details) {
        this.now = now;
        this.details = details;
    }

    private static Ikon icon(PollState state) {
        return switch (state) {
            case STARTING -> MaterialDesignD.DOTS_HORIZONTAL;
            case OK -> MaterialDesignC.CIRCLE_MEDIUM;
            case ALARM -> MaterialDesignB.BELL_RING_OUTLINE;
            case UNDEFINED -> MaterialDesignF.FUNCTION_VARIANT;
            case LATE -> MaterialDesignC.CLOCK_OUTLINE;
            case NO_ANSWER -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
            case MISSING -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case RESTARTING -> MaterialDesignR.RESTART;
            case PAUSED -> MaterialDesignP.PAUSE;
            case WAITING -> MaterialDesignK.KEY_VARIANT;
            case ENDED -> MaterialDesignS.STOP;
        };
    }

    @Override
    public void show(PollEntry entry, IndexedCell<?> cell) {
        switch (entry) {
            case PollRow row -> show(row, cell);
            case PollGroup group -> {
                cell.setText("");
                cell.setGraphic(null);
                cell.setTooltip(null);
                cell.setAccessibleText(PollGroupHead.words(group));
            }
        }
    }

    private void show(PollRow row, IndexedCell<?> cell) {
        PollState state = row.state(now.get());
        if (shown.filter(before -> before == state).isEmpty()) {
            // Another style class costs a pass of CSS, even if it is the same one.
            shown = Optional.of(state);
            icon.setIconCode(icon(state));
            icon.getStyleClass().setAll("ikonli-font-icon", "poll-state", state.key());
        }
        cell.setText(Words.text("poll." + state.key()));
        cell.setGraphic(icon);
        cell.setTooltip(tooltip);
        cell.setAccessibleText(null);
        tooltip.setOnShowing(_ -> tooltip.setText(details.of(row, state)));
    }
}
