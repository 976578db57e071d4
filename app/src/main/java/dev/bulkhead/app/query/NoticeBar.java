package dev.bulkhead.app.query;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One line under a tab's bar: what happened to its job. Hidden while nothing did. */
public final class NoticeBar extends HBox {
    private final Label text;
    private final FontIcon icon = Parts.icon(MaterialDesignA.ALERT_OUTLINE);

    public NoticeBar(String id) {
        text = Parts.label(id, "notice-text");
        getStyleClass().add("notice-bar");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
        show("", Tone.WARNING);
    }

    /** Shows a sentence, or hides for "". */
    public void show(String sentence, Tone tone) {
        Parts.show(text, sentence);
        Parts.tone(this, tone);
        icon.setIconCode(
                tone == Tone.SUCCESS
                        ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                        : MaterialDesignA.ALERT_OUTLINE);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }

    /** Shows what happened last to a job; its worker's last log lines are the tooltip. */
    public void show(JobProgress progress) {
        Optional<String> notice = JobWords.lastNotice(progress);
        show(notice.orElse(""), Tone.WARNING);
        List<String> log =
                progress.notices().stream()
                        .filter(JobProgress.Notice.WorkerGone.class::isInstance)
                        .map(JobProgress.Notice.WorkerGone.class::cast)
                        .flatMap(gone -> gone.event().stderr().stream())
                        .toList();
        text.setTooltip(log.isEmpty() ? null : new Tooltip(String.join("\n", log)));
    }
}
