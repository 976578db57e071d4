package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.FailurePanel;
import dev.bulkhead.app.query.JobProgress;
import dev.bulkhead.app.query.JobWords;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** What happened to the readings: a line for each device in trouble, a few at most. */
final class TableNotices extends VBox {
    private static final int LINES = 3;

    private final TableViewModel model;
    private final List<NoticeBar> problems = new ArrayList<>();
    private final NoticeBar more = new NoticeBar("table-more-problems");
    private final NoticeBar worker = new NoticeBar("table-notice");

    TableNotices(TableViewModel model) {
        this.model = model;
        for (int i = 0; i < LINES; i++) {
            problems.add(new NoticeBar(i == 0 ? "table-problem" : "table-problem-" + i));
        }
        getChildren().addAll(problems);
        getChildren().addAll(more, worker);
    }

    /**
     * Shows them.
     *
     * @param told a device whose failure has a panel of its own; empty if none has
     */
    void repaint(Optional<DeviceTable> told) {
        List<String> sentences =
                model.devices().stream()
                        .filter(device -> told.filter(device::equals).isEmpty())
                        .flatMap(device ->
                                device.failure().map(why -> sentence(device, why)).stream())
                        .toList();
        for (int i = 0; i < LINES; i++) {
            problems.get(i).show(i < sentences.size() ? sentences.get(i) : "", Tone.DANGER);
        }
        int others = sentences.size() - LINES;
        more.show(others > 0 ? Words.text("table.notice.more", others) : "", Tone.DANGER);
        repaintWorker();
    }

    private String sentence(DeviceTable device, Failure why) {
        String key = device.grid().size() == 0 ? "table.notice.silent" : "run.partial";
        String words = Words.text(key, why.message(), FailurePanel.advice(why));
        String old =
                model.rows().stream()
                        .filter(row -> row.device().equals(device.device()) && device.isOld(row))
                        .findFirst()
                        .map(row -> " " + Words.text("table.notice.old", age(row, model.now())))
                        .orElse("");
        return named(device, words + old);
    }

    private static String age(GridRow row, Instant now) {
        return JobWords.duration(
                Duration.between(row.readAt(), now).truncatedTo(ChronoUnit.SECONDS));
    }

    private String named(DeviceTable device, String words) {
        return model.devices().size() > 1
                ? Words.text("table.notice.device", device.device().label(), words)
                : words;
    }

    private void repaintWorker() {
        for (DeviceTable device : model.devices()) {
            Optional<JobProgress> trouble = device.trouble(model.now());
            if (trouble.isPresent()) {
                worker.show(trouble.get());
                if (model.devices().size() > 1) {
                    JobWords.lastNotice(trouble.get())
                            .ifPresent(words -> worker.show(named(device, words), Tone.WARNING));
                }
                return;
            }
        }
        worker.show("", Tone.WARNING);
    }
}
