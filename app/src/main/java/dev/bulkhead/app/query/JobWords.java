package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.JobProgress.Notice;
import dev.bulkhead.engine.WorkerStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Jobs, workers and what happens to them, in words. */
public final class JobWords {
    private static final long MEGABYTE = 1024 * 1024;

    private JobWords() {}

    /** {@code PID 4711 · 41 MB · 1 restart}. */
    public static String worker(WorkerStatus status) {
        return Words.text(
                status.residentBytes().isPresent() ? "worker.full" : "worker.short",
                Long.toString(status.pid()),
                status.residentBytes().orElse(0L) / MEGABYTE,
                status.restarts());
    }

    /** The same for a job whose worker is gone. */
    public static String worker(JobProgress progress) {
        return progress.pid() == 0
                ? ""
                : Words.text("worker.short", Long.toString(progress.pid()), 0, progress.restarts());
    }

    /** {@code 0.84 s}, {@code 41 s}, {@code 3 min 5 s}. */
    public static String duration(Duration time) {
        if (time.compareTo(Duration.ofSeconds(10)) < 0) {
            String seconds = String.format(Locale.getDefault(), "%.2f", time.toMillis() / 1000.0);
            return Words.text("time.seconds", seconds);
        }
        return time.compareTo(Duration.ofMinutes(1)) < 0
                ? Words.text("time.seconds", Long.toString(time.toSeconds()))
                : Words.text("time.minutes", time.toMinutes(), time.toSecondsPart());
    }

    /** What happened last to a job; empty if nothing did. */
    public static Optional<String> lastNotice(JobProgress progress) {
        return progress.notices().isEmpty()
                ? Optional.empty()
                : Optional.of(notice(progress, progress.notices().getLast()));
    }

    private static String notice(JobProgress progress, Notice notice) {
        return switch (notice) {
            case Notice.WorkerGone gone ->
                    Words.text(
                            "notice.gone",
                            Long.toString(gone.event().pid()),
                            gone.event().reason().word(),
                            gone.event().detail(),
                            duration(gone.event().delay()));
            case Notice.WorkerBack back ->
                    Words.text(
                            "notice.back",
                            lastLoss(progress),
                            Long.toString(back.pid()),
                            duration(back.after()));
            case Notice.Missing missing ->
                    Words.text(
                            "notice.gap",
                            duration(
                                    Duration.between(missing.event().from(), missing.event().to())),
                            missing.event().reason());
        };
    }

    private static String lastLoss(JobProgress progress) {
        String words = "";
        for (Notice notice : progress.notices()) {
            if (notice instanceof Notice.WorkerGone gone) {
                words =
                        Words.text(
                                "notice.loss",
                                Long.toString(gone.event().pid()),
                                gone.event().reason().word());
            }
        }
        return words;
    }
}
