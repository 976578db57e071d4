package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.sample.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run's header in words. */
final class RunWords {
    private RunWords() {}

    /** {@code Walk ifTable}. */
    static String title(QueryRun run) {
        return Words.text("run.title", verb(run), run.question().what());
    }

    static String verb(QueryRun run) {
        return Words.text("command." + run.question().verb().id());
    }

    /** The chip after the title: {@code 352 values}, {@code no answer}. */
    static String chip(QueryRun run) {
        return run.count() == 0 && run.progress().failure().isPresent()
                ? failure(run.progress().failure().get())
                : Words.text("run.values", run.count());
    }

    private static String failure(Failure failure) {
        return Words.text(
                switch (failure) {
                    case Failure.Timeout _ -> "failure.timeout";
                    case Failure.ErrorResponse _ -> "failure.error";
                    case Failure.Report _ -> "failure.report";
                    case Failure.UnknownHost _ -> "failure.host";
                    case Failure.Unreachable _, Failure.NoSecureSession _ -> "failure.unreachable";
                    case Failure.WorkerLost _ -> "failure.worker";
                    default -> "failure.other";
                });
    }

    static Tone tone(QueryRun run) {
        State state = run.progress().state();
        if (run.progress().failure().isPresent()) {
            return run.count() == 0 ? Tone.DANGER : Tone.WARNING;
        }
        return state == State.RESTARTING || state == State.CANCELLED ? Tone.WARNING : Tone.ACCENT;
    }

    /** {@code demo-switch · 0.84 s · 12 requests}. */
    static String summary(QueryRun run, Instant now) {
        JobProgress progress = run.progress();
        List<String> parts = new ArrayList<>();
        parts.add(run.question().device());
        parts.add(JobWords.duration(progress.elapsed(now)));
        long requests =
                progress.totals()
                        .map(totals -> totals.requests())
                        .orElseGet(() ->
                                run.handle()
                                        .flatMap(JobHandle::worker)
                                        .map(WorkerStatus::requests)
                                        .orElse(0L));
        if (requests > 0) {
            parts.add(Words.text("run.requests", requests));
        }
        if (progress.state() == State.CANCELLED) {
            parts.add(Words.text("run.cancelled", run.count()));
        }
        if (progress.state() == State.RESTARTING) {
            parts.add(Words.text("run.restarting"));
        }
        if (run.dropped() > 0) {
            parts.add(Words.text("run.dropped", run.dropped(), run.limit()));
        }
        return String.join(" · ", parts);
    }

    /** The worker's chip; "" before there is one. */
    static String worker(QueryRun run) {
        return run.handle()
                .flatMap(JobHandle::worker)
                .map(JobWords::worker)
                .orElseGet(() -> JobWords.worker(run.progress()));
    }
}
