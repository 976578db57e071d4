package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;

/** What a failed SET means for all of its variables. */
final class ReportWords {
    private ReportWords() {}

    /** What happened to the whole request, and what that left behind. */
    static String whole(Failure failure) {
        return switch (failure) {
            case Failure.ErrorResponse error when error.status() == ErrorStatus.UNDO_FAILED ->
                    Words.text("change.whole.undo-failed", OutcomeWords.error(error.status()));
            case Failure.ErrorResponse error when error.errorIndex() > 0 ->
                    Words.text(
                            "change.whole.refused",
                            OutcomeWords.error(error.status()),
                            error.errorIndex());
            case Failure.ErrorResponse error ->
                    Words.text(
                            "change.whole.refused-nowhere",
                            OutcomeWords.error(error.status()),
                            OutcomeWords.advice(error.status()));
            case Failure.Timeout _, Failure.BadAnswer _, Failure.WorkerLost _ ->
                    Words.text("change.whole.uncertain", Inert.text(failure.message()));
            case Failure.NoSecureSession _, Failure.LimitReached _ ->
                    Words.text("change.whole.uncertain", Inert.text(failure.message()));
            case Failure.Report _, Failure.UnknownHost _, Failure.Unreachable _ ->
                    Words.text("change.whole.failed", Inert.text(failure.message()));
            case Failure.NotIncreasing _, Failure.LocalProblem _ ->
                    Words.text("change.whole.failed", Inert.text(failure.message()));
        };
    }
}
