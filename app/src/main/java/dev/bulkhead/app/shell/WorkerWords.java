package dev.bulkhead.app.shell;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.StrayCounts;
import java.util.ArrayList;
import java.util.List;

/** A worker process in two lines. What is unknown is left out, and so is what never happened. */
final class WorkerWords {
    private static final long MEGABYTE = 1024 * 1024;

    private WorkerWords() {}

    /** {@code running · PID 4711 · 41 MB · CPU 0.4 % · 12.5 requests/s}. */
    static String now(WorkerStatus status) {
        List<String> parts = new ArrayList<>();
        parts.add(status.state());
        parts.add(Words.text("worker.pid", Long.toString(status.pid())));
        status.residentBytes()
                .ifPresent(bytes -> parts.add(Words.text("worker.memory", bytes / MEGABYTE)));
        status.cpuLoad().ifPresent(load -> parts.add(Words.text("worker.cpu", load * 100)));
        status.requestsPerSecond().ifPresent(rate -> parts.add(Words.text("worker.rate", rate)));
        addIf(parts, "worker.queued", status.queued());
        return String.join(" · ", parts);
    }

    /** {@code 1,204 requests · 2 timeouts · 1 retry · 3 stale · 1 restart}. */
    static String soFar(WorkerStatus status) {
        List<String> parts = new ArrayList<>();
        ListenCounts listen = status.listen();
        addIf(parts, "worker.received", listen.received());
        addIf(parts, "worker.refused", listen.refused());
        addIf(parts, "worker.lost", listen.lost());
        if (listen.received() == 0) {
            parts.add(Words.text("worker.requests", status.requests()));
        }
        addIf(parts, "worker.timeouts", status.timeouts());
        addIf(parts, "worker.retries", status.retries());
        StrayCounts strays = status.strays();
        addIf(parts, "worker.stale", strays.stale());
        addIf(parts, "worker.foreign", strays.foreign());
        addIf(parts, "worker.wrong-kind", strays.wrongKind());
        addIf(parts, "worker.malformed", strays.malformed());
        addIf(parts, "worker.restarts", status.restarts());
        return String.join(" · ", parts);
    }

    private static void addIf(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(Words.text(key, count));
        }
    }
}
