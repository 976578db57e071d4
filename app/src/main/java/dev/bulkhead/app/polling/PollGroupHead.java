package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The head of a group, over the whole width of its row: name, how many, how many alarms. */
final class PollGroupHead extends HBox {
    private final FontIcon open = Parts.icon(MaterialDesignC.CHEVRON_DOWN);
    private final Label name = Parts.label("poll-group-name", "poll-group-name");
    private final Label summary = Parts.label("poll-group-summary", "muted");
    private final Label alarms = Parts.label("poll-group-alarms", "danger-text");

    PollGroupHead() {
        getStyleClass().add("poll-group-head");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(open, name, summary, alarms);
    }

    void show(PollGroup group) {
        open.setIconCode(
                group.isOpen() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        name.setText(group.name());
        summary.setText(Words.text("poll.group.summary", group.rows().size()));
        long count = group.alarms();
        Parts.show(alarms, count == 0 ? "" : Words.text("poll.chip.alarm", count));
    }

    /** What a screen reader says of a group. */
    static String words(PollGroup group) {
        return Words.text(
                group.isOpen() ? "poll.group.open" : "poll.group.closed",
                group.name(),
                group.rows().size(),
                group.alarms());
    }
}
