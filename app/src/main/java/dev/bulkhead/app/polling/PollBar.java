package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The pane bar of the polls: title, chips, summary; add, pause, chart, remove. */
final class PollBar {
    private final PaneBar bar = new PaneBar("poll");
    private final Label ok = Parts.chip("poll-chip-ok", Tone.SUCCESS);
    private final Label alarm = Parts.chip("poll-chip-alarm", Tone.DANGER);
    private final Label late = Parts.chip("poll-chip-late", Tone.WARNING);
    private final Label silent = Parts.chip("poll-chip-no-answer", Tone.DANGER);
    private final Label paused = Parts.chip("poll-chip-paused", Tone.NEUTRAL);
    private final Button add;
    private final Button pause;
    private final Button chart;
    private final Button formula;
    private final Button edit;
    private final Button remove;

    /** What the buttons do. */
    interface Actions {
        void add();

        void pause();

        void chart();

        void formula();

        void edit();

        void remove();
    }

    PollBar(Actions actions) {
        bar.setId("poll-bar");
        bar.title().setText(Words.text("poll.title"));
        bar.addChips(ok, alarm, late, silent, paused);
        add = button("poll-add", MaterialDesignP.PLUS, actions::add);
        pause = button("poll-pause", MaterialDesignP.PAUSE, actions::pause);
        chart = button("poll-chart", MaterialDesignC.CHART_LINE, actions::chart);
        formula =
                Parts.iconButton(
                        "poll-formula", MaterialDesignF.FUNCTION_VARIANT, actions::formula);
        edit = Parts.iconButton("poll-edit", MaterialDesignP.PENCIL_OUTLINE, actions::edit);
        Parts.explain(formula, Words.text("button.poll-formula.hint"));
        Parts.explain(edit, Words.text("button.poll-edit.hint"));
        remove =
                Parts.iconButton("poll-remove", MaterialDesignT.TRASH_CAN_OUTLINE, actions::remove);
        Parts.explain(remove, Words.text("button.poll-remove.hint"));
        bar.addTools(add, pause, chart, formula, edit, remove);
        formula.setVisible(false);
        formula.setManaged(false);
        showAdd(false);
    }

    private static Button button(String id, Ikon icon, Runnable action) {
        Button button = Parts.button(id, icon, action);
        Parts.explain(button, Words.text("button." + id + ".hint"));
        return button;
    }

    Region node() {
        return bar;
    }

    void showAdd(boolean shown) {
        add.setVisible(shown);
        add.setManaged(shown);
    }

    void showFormula() {
        formula.setVisible(true);
        formula.setManaged(true);
    }

    /**
     * Shows the numbers as they are now.
     *
     * @param workers those to tell of
     * @param selected whether there are rows to chart or remove
     */
    void repaint(PollSummary now, PollSummary.Workers workers, boolean isPaused, boolean selected) {
        show(ok, "poll.chip.running", now.answering());
        show(alarm, "poll.chip.alarm", now.alarms());
        show(late, "poll.chip.late", now.count(PollState.LATE));
        show(silent, "poll.chip.no-answer", now.count(PollState.NO_ANSWER));
        show(paused, "poll.chip.paused", now.count(PollState.PAUSED));
        bar.summary().setText(words(now, workers));
        String text = Words.text(isPaused ? "button.poll-resume" : "button.poll-pause");
        if (!pause.getText().equals(text)) {
            pause.setText(text);
            pause.setGraphic(Parts.icon(isPaused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        }
        pause.setDisable(!isPaused && now.running() == 0);
        chart.setDisable(!selected);
        edit.setDisable(!selected);
        remove.setDisable(!selected);
    }

    private static void show(Label chip, String key, int count) {
        Parts.show(chip, count == 0 ? "" : Words.text(key, count));
    }

    private static String words(PollSummary now, PollSummary.Workers workers) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.text("poll.summary.objects", now.objects()));
        parts.add(Words.text("poll.summary.devices", now.devices()));
        if (!Double.isNaN(now.requestsPerSecond())) {
            parts.add(Words.text("poll.summary.requests", now.requestsPerSecond()));
        }
        if (workers.count() > 0) {
            parts.add(words(workers));
        }
        return joined(parts);
    }

    /** Worker processes in words: {@code PID 1234 · 45 MB · 2 restarts}. */
    static String words(PollSummary.Workers workers) {
        List<String> parts = new ArrayList<>();
        parts.add(
                workers.pid().isPresent()
                        ? Words.text("poll.summary.pid", Long.toString(workers.pid().getAsLong()))
                        : Words.text("poll.summary.workers", workers.count()));
        if (workers.residentBytes() > 0) {
            parts.add(PollText.memory(workers.residentBytes()));
        }
        if (workers.restarts() > 0) {
            parts.add(Words.text("poll.summary.restarts", workers.restarts()));
        }
        return joined(parts);
    }

    private static String joined(List<String> parts) {
        return String.join(Words.text("poll.separator"), parts);
    }
}
