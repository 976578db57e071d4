package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.history.EventKind;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PollRates;
import dev.bulkhead.app.naming.ValueRow;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints a poll's samples with their rates. JSON has its events too; the other formats tell them on
 * standard error. Runs on the job's thread.
 */
final class PollPrinter {
    private static final List<String> COLUMNS =
            Stream.concat(
                            Stream.of("time", "target", "round"),
                            Stream.concat(ValueRow.COLUMNS.stream(), Stream.of("rate", "noRate")))
                    .toList();
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private final Query query;
    private final List<Target> targets;
    private final PollPlan plan;
    private final JobSession session;
    private final Optional<PollRecorder> recorder;
    private final MibNames names;
    private final ValuePrinter.Text text;
    private final RowWriter rows;
    private final List<PollRates> rates = new ArrayList<>();
    private final WorkerRecords workers = new WorkerRecords();

    PollPrinter(
            Query query,
            List<Target> targets,
            PollPlan plan,
            JobSession session,
            Optional<PollRecorder> recorder) {
        this.recorder = recorder;
        this.query = query;
        this.targets = targets;
        this.plan = plan;
        this.session = session;
        this.names = query.names().names();
        this.text = new ValuePrinter.Text(query.style().onOneLine(), names, query.terminal().out());
        this.rows =
                switch (query.format()) {
                    case TEXT, JSONL -> JsonWriter.lines();
                    case JSON -> JsonWriter.array();
                    case CSV -> new CsvWriter(COLUMNS);
                };
        targets.forEach(target -> rates.add(new PollRates(plan)));
    }

    void take(JobEvent event, JobHandle job) {
        if (isJson()) {
            workers.before(event, job).ifPresent(this::event);
            workers.look(event, job);
        }
        take(event);
        recorder.flatMap(each -> each.look(event.time())).ifPresent(this::event);
    }

    private void take(JobEvent event) {
        switch (event) {
            case JobEvent.Started started -> started(started);
            case JobEvent.Samples samples -> samples.samples().forEach(this::take);
            case JobEvent.Gap gap -> take(gap);
            case JobEvent.Restarting restarting -> take(restarting);
            case JobEvent.Failed failed -> {
                session.fail(failed.failure());
                event(totals(failure(row(event, "failed"), failed.failure()), failed.totals()));
            }
            case JobEvent.Finished finished ->
                    event(
                            totals(
                                    row(event, "finished").put("cancelled", finished.cancelled()),
                                    finished.totals()));
            case JobEvent.Notifications notifications -> {}
            case JobEvent.SenderRefused refused -> {}
            case JobEvent.Discovered discovered -> {}
            case JobEvent.Swept swept -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Probed probed -> {}
            case JobEvent.Diagnosed diagnosed -> {}
            case JobEvent.Listening listening -> {}
        }
    }

    private void started(JobEvent.Started started) {
        if (started.restarts() == 0) {
            recorder.ifPresent(each -> each.started(started.time(), targets));
        }
        event(
                row(started, "started")
                        .put("pid", started.pid())
                        .put("restarts", started.restarts()));
    }

    private boolean isJson() {
        return query.format() == Format.JSON || query.format() == Format.JSONL;
    }

    private static Row row(JobEvent event, String name) {
        return new Row()
                .put("event", name)
                .put("job", event.job().toString())
                .put("time", millis(event.time()));
    }

    private static Row failure(Row row, Failure failure) {
        return row.put("message", failure.message()).put("advice", failure.advice());
    }

    private static Row totals(Row row, JobTotals totals) {
        return row.put("varBinds", totals.varBinds())
                .put("requests", totals.requests())
                .put("timeouts", totals.timeouts())
                .put("milliseconds", totals.elapsed().toMillis());
    }

    private void event(Row row) {
        if (isJson()) {
            query.terminal().out().print(rows.next(row));
        }
    }

    /** A target that was slow goes on counting; after any other gap rates begin anew. */
    private void take(JobEvent.Gap gap) {
        Optional<String> target = gap.target().map(targets::get).map(Target::address);
        if (target.isEmpty()) {
            rates.forEach(PollRates::forget);
        }
        recorder.ifPresent(each -> each.gap(target, gap.from(), gap.to(), gap.reason()));
        if (!isJson()) {
            query.terminal()
                    .say(
                            "bulkhead: gap"
                                    + target.map(address -> " of " + address).orElse("")
                                    + " from "
                                    + millis(gap.from())
                                    + " to "
                                    + millis(gap.to())
                                    + ": "
                                    + gap.reason());
        }
        Row row = row(gap, "gap");
        target.ifPresent(address -> row.put("target", address));
        event(
                row.put("from", millis(gap.from()))
                        .put("to", millis(gap.to()))
                        .put("reason", gap.reason()));
    }

    private void take(JobEvent.Restarting restarting) {
        session.tell(restarting);
        recorder.ifPresent(each -> {
            String why = "worker " + restarting.reason().word();
            each.event(restarting.time(), EventKind.WORKER_RESTART, Optional.empty(), why);
            each.gap(Optional.empty(), restarting.time(), restarting.time(), why);
        });
        event(
                row(restarting, "restarting")
                        .put("pid", restarting.pid())
                        .put("reason", restarting.reason().word())
                        .put("detail", restarting.detail())
                        .put("delayMilliseconds", restarting.delay().toMillis())
                        .put("stderr", restarting.stderr()));
    }

    private void take(Sample sample) {
        String address = targets.get(sample.target()).address();
        if (sample.failure().isPresent()) {
            fail(sample, address, sample.failure().get());
            return;
        }
        List<Optional<Outcome>> outcomes = rates.get(sample.target()).next(sample);
        int wanted = Math.min(plan.objects().size(), sample.varBinds().size());
        recorder.ifPresent(
                each -> each.take(sample, address, sample.varBinds().subList(0, wanted), outcomes));
        for (int i = 0; i < wanted; i++) {
            print(sample, address, sample.varBinds().get(i), outcomes.get(i));
        }
    }

    private void fail(Sample sample, String address, Failure failure) {
        session.fail(failure);
        recorder.ifPresent(each ->
                each.gap(Optional.of(address), sample.time(), sample.time(), failure.message()));
        event(
                failure(
                        new Row()
                                .put("event", "failure")
                                .put("time", millis(sample.time()))
                                .put("target", address)
                                .put("round", sample.round()),
                        failure));
    }

    private void print(Sample sample, String address, VarBind varBind, Optional<Outcome> outcome) {
        if (query.format() == Format.TEXT) {
            String rate = outcome.map(PollPrinter::words).orElse("");
            String line = millis(sample.time()) + " " + address + " " + text.line(varBind) + rate;
            query.terminal().out().println(InertText.line(line));
            return;
        }
        Row row =
                new Row()
                        .put("time", millis(sample.time()))
                        .put("target", address)
                        .put("round", sample.round());
        ValueRow.add(row, varBind, names);
        outcome.ifPresent(o -> addRate(row, o));
        query.terminal().out().print(rows.next(row));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rate rate -> " (" + rounded(rate.perSecond()).toPlainString() + "/s)";
            case Outcome.Gap gap -> " (no rate: " + gap.reason().words() + ")";
        };
    }

    private static void addRate(Row row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Rate rate -> row.put("rate", rounded(rate.perSecond()));
            case Outcome.Gap gap -> row.put("noRate", gap.reason().words());
        }
    }

    private static BigDecimal rounded(double perSecond) {
        BigDecimal rate = new BigDecimal(perSecond).round(SIX_DIGITS).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    static String millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    void end() {
        if (query.format() != Format.TEXT) {
            query.terminal().out().print(rows.end());
        }
    }
}
