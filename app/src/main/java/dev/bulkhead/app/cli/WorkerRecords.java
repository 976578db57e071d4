package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code worker} records of a poll: how the job's process is, with the first values after each
 * full second, when another worker took over, and at the end. On the job's thread.
 */
final class WorkerRecords {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final int STDERR_LINES = 5;

    private @Nullable Instant last;

    /** The record to print before an event, if one is due. */
    Optional<Row> before(JobEvent event, JobHandle job) {
        return isDue(event) ? row(event, job) : Optional.empty();
    }

    private boolean isDue(JobEvent event) {
        return switch (event) {
            case JobEvent.Samples samples -> isDue(samples.time());
            case JobEvent.Finished finished -> true;
            case JobEvent.Failed failed -> true;
            case JobEvent.Started started -> started.restarts() > 0;
            case JobEvent.Restarting restarting -> false;
            case JobEvent.Gap gap -> false;
            case JobEvent.Listening listening -> false;
            case JobEvent.Notifications notifications -> false;
            case JobEvent.SenderRefused refused -> false;
            case JobEvent.Discovered discovered -> false;
            case JobEvent.Swept swept -> false;
            case JobEvent.Packets packets -> false;
            case JobEvent.Probed probed -> false;
            case JobEvent.Diagnosed diagnosed -> false;
        };
    }

    private boolean isDue(Instant now) {
        return last != null && Duration.between(last, now).compareTo(PERIOD) >= 0;
    }

    /** Looks even when no record is due, for the first look finds memory and CPU unknown. */
    void look(JobEvent event, JobHandle job) {
        if (last == null && event instanceof JobEvent.Samples) {
            last = event.time();
            job.worker();
        }
    }

    private Optional<Row> row(JobEvent event, JobHandle job) {
        Optional<WorkerStatus> worker = job.worker();
        if (worker.isEmpty()) {
            return Optional.empty();
        }
        last = event.time();
        WorkerStatus status = worker.get();
        Row row =
                new Row()
                        .put("event", "worker")
                        .put("job", event.job().toString())
                        .put("time", PollPrinter.millis(event.time()))
                        .put("pid", status.pid())
                        .put("state", status.state());
        status.residentBytes().ifPresent(bytes -> row.put("residentBytes", bytes));
        status.cpuTime().ifPresent(time -> row.put("cpuMilliseconds", time.toMillis()));
        status.cpuLoad().ifPresent(load -> row.put("cpuLoad", rounded(load)));
        row.put("requests", status.requests());
        status.requestsPerSecond().ifPresent(rate -> row.put("requestsPerSecond", rounded(rate)));
        row.put("timeouts", status.timeouts())
                .put("retries", status.retries())
                .put("stale", status.strays().stale())
                .put("foreign", status.strays().foreign())
                .put("wrongKind", status.strays().wrongKind())
                .put("malformed", status.strays().malformed())
                .put("queued", status.queued())
                .put("restarts", status.restarts())
                .put("stderr", lastLines(job.stderrTail()));
        return Optional.of(row);
    }

    private static List<String> lastLines(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - STDERR_LINES), lines.size());
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
