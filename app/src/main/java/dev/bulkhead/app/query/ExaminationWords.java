package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Probe.Outcome;
import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An examination in words. */
final class ExaminationWords {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private ExaminationWords() {}

    /** What came of a probe. */
    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Duration roundTrip, String what) ->
                    Words.text("probe.answered", Inert.text(what), milliseconds(roundTrip));
            case Outcome.Failed(Failure failure) -> Inert.text(failure.message());
            case Outcome.Skipped(String reason) -> Words.text("probe.skipped", reason);
        };
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.getDefault(), "%.1f", time.toNanos() / NANOS_PER_MILLISECOND);
    }

    /** What is the matter and what to do; or that it is being found out. */
    static String verdict(Examination examination) {
        Optional<Diagnosis> diagnosis = examination.diagnosis();
        if (diagnosis.isPresent()) {
            return Inert.text(diagnosis.get().sentence() + " " + diagnosis.get().advice());
        }
        return examination
                .failure()
                .map(failure -> Inert.text(failure.message()))
                .orElse(examination.isOver() ? "" : Words.text("examination.running"));
    }

    /** All of it as lines of text, to send to somebody. */
    static String report(String title, Examination examination) {
        StringBuilder report = new StringBuilder(title).append('\n');
        for (Probe probe : examination.probes()) {
            report.append("- ")
                    .append(probe.sent())
                    .append(": ")
                    .append(outcome(probe.outcome()))
                    .append('\n');
        }
        return report.append(verdict(examination)).append('\n').toString();
    }
}
