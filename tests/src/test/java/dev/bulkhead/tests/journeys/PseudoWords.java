package dev.bulkhead.tests.journeys;

import dev.bulkhead.app.i18n.LongWords;
import java.util.Locale;

/** {@link LongWords}, for as long as a test runs. */
final class PseudoWords implements AutoCloseable {
    private final Locale before = Locale.getDefault();

    private PseudoWords() {
        Locale.setDefault(LongWords.LANGUAGE);
    }

    /** Speaks them from now on. */
    static PseudoWords speak() {
        return new PseudoWords();
    }

    @Override
    public void close() {
        Locale.setDefault(before);
    }
}
