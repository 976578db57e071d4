package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Probe.Outcome;
import dev.bulkhead.engine.sample.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Prints what a doctor tries, a line or row each, and what it finds. On the job's thread. */
final class DoctorPrinter {
    private static final List<String> COLUMNS =
            List.of(
                    "time",
                    "event",
                    "step",
                    "sent",
                    "outcome",
                    "milliseconds",
                    "what",
                    "cause",
                    "sentence",
                    "advice",
                    "pdus");

    private final Format format;
    private final JobSession session;
    private final Terminal terminal;
    private final Supplier<RowWriter> rows;
    private volatile boolean healthy;

    DoctorPrinter(Format format, JobSession session, Terminal terminal) {
        this.format = format;
        this.session = session;
        this.terminal = terminal;
        this.rows =
                Lazy.of(() ->
                        switch (format) {
                            case TEXT, JSONL -> JsonWriter.lines();
                            case JSON -> JsonWriter.array();
                            case CSV -> new CsvWriter(COLUMNS);
                        });
    }

    void take(JobEvent event) {
        switch (event) {
            case JobEvent.Probed probed -> print(probed.time(), probed.probe());
            case JobEvent.Diagnosed diagnosed -> print(diagnosed.time(), diagnosed.diagnosis());
            case JobEvent.Restarting restarting -> session.tell(restarting);
            case JobEvent.Failed failed -> session.fail(failed.failure());
            case JobEvent.Started _, JobEvent.Finished _, JobEvent.Gap _ -> {}
            case JobEvent.Samples _, JobEvent.Listening _, JobEvent.Notifications _ -> {}
            case JobEvent.SenderRefused _, JobEvent.Discovered _, JobEvent.Swept _ -> {}
            case JobEvent.Packets _ -> {}
        }
    }

    private void print(Instant time, Probe probe) {
        if (format == Format.TEXT) {
            String line =
                    mark(probe.outcome()) + " " + probe.sent() + ": " + words(probe.outcome());
            terminal.out()
                    .println(terminal.screen().out(colour(probe.outcome()), InertText.line(line)));
            return;
        }
        Row row = row(time, "probe").put("step", probe.step().word()).put("sent", probe.sent());
        switch (probe.outcome()) {
            case Outcome.Answered(Duration roundTrip, String what) ->
                    row.put("outcome", "answered")
                            .put("milliseconds", milliseconds(roundTrip))
                            .put("what", what);
            case Outcome.Failed(Failure failure) ->
                    row.put("outcome", "failed").put("what", failure.message());
            case Outcome.Skipped(String reason) ->
                    row.put("outcome", "skipped").put("what", reason);
        }
        print(row);
    }

    private static Screen.Colour colour(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> Screen.Colour.GOOD;
            case Outcome.Failed _ -> Screen.Colour.BAD;
            case Outcome.Skipped _ -> Screen.Colour.FAINT;
        };
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> "+";
            case Outcome.Failed _ -> "!";
            case Outcome.Skipped _ -> "-";
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Duration roundTrip, String what) ->
                    what + " (" + milliseconds(roundTrip).toPlainString() + " ms)";
            case Outcome.Failed(Failure failure) -> failure.message();
            case Outcome.Skipped(String reason) -> "not tried, " + reason;
        };
    }

    private static BigDecimal milliseconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos() / 10_000, 2);
    }

    private void print(Instant time, Diagnosis diagnosis) {
        healthy = diagnosis.cause() == Cause.HEALTHY;
        if (format == Format.TEXT) {
            line("");
            line(diagnosis.sentence());
            line(diagnosis.advice());
            line("(" + diagnosis.cause().word() + "; " + messages(diagnosis.pdus()) + " sent)");
            return;
        }
        print(
                row(time, "diagnosis")
                        .put("cause", diagnosis.cause().name())
                        .put("sentence", diagnosis.sentence())
                        .put("advice", diagnosis.advice())
                        .put("pdus", diagnosis.pdus()));
    }

    private static String messages(int pdus) {
        return pdus == 1 ? "1 message" : pdus + " messages";
    }

    private static Row row(Instant time, String event) {
        return new Row()
                .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("event", event);
    }

    private void line(String line) {
        terminal.out().println(InertText.line(line));
    }

    private void print(Row row) {
        terminal.out().print(rows.get().next(row));
    }

    void end() {
        if (format != Format.TEXT) {
            terminal.out().print(rows.get().end());
        }
        terminal.out().flush();
    }

    boolean isHealthy() {
        return healthy;
    }
}
