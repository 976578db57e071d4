package dev.bulkhead.app.query;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;

/** What to try, in the window's terms: it has buttons where the command line has flags. */
final class FailureWords {
    private FailureWords() {}

    static String advice(Failure failure) {
        return switch (failure) {
            case Failure.Timeout _ -> Words.text("advice.timeout");
            case Failure.NotIncreasing _ -> Words.text("advice.not-increasing");
            case Failure.ErrorResponse error when error.status() == ErrorStatus.TOO_BIG ->
                    Words.text("advice.too-big");
            default -> failure.advice();
        };
    }
}
