package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A job's events as rows, with the names that the verb poll gives them. */
final class JobRows {
    private JobRows() {}

    static String millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Row row(JobEvent event, String name) {
        return new Row()
                .put("event", name)
                .put("job", event.job().toString())
                .put("time", millis(event.time()));
    }

    private static Row failure(Row row, Failure failure) {
        return row.put("message", failure.message()).put("advice", failure.advice());
    }

    static Row failure(Sample sample, Told.Device device, Failure failure) {
        return failure(
                new Row()
                        .put("event", "failure")
                        .put("time", millis(sample.time()))
                        .put("device", device.name())
                        .put("target", device.address())
                        .put("round", sample.round()),
                failure);
    }

    private static Row totals(Row row, JobTotals totals) {
        return row.put("varBinds", totals.varBinds())
                .put("requests", totals.requests())
                .put("timeouts", totals.timeouts())
                .put("milliseconds", totals.elapsed().toMillis());
    }

    static Row failed(JobEvent.Failed failed) {
        return totals(failure(row(failed, "failed"), failed.failure()), failed.totals());
    }

    static Row finished(JobEvent.Finished finished) {
        return totals(
                row(finished, "finished").put("cancelled", finished.cancelled()),
                finished.totals());
    }

    static Row restarting(JobEvent.Restarting restarting) {
        return row(restarting, "restarting")
                .put("pid", restarting.pid())
                .put("reason", restarting.reason().word())
                .put("detail", restarting.detail())
                .put("delayMilliseconds", restarting.delay().toMillis())
                .put("stderr", restarting.stderr());
    }
}
