package dev.bulkhead.app.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be written. Times are milliseconds since 1970. */
public sealed interface Entry {
    /**
     * A value.
     *
     * @param kind the value's BER tag
     * @param value a {@link Long}, a {@link String} or a {@code byte[]}; null for an exception
     * @param point what is drawn of it; NaN for nothing
     */
    record Value(RecordedSeries series, long time, int kind, @Nullable Object value, double point)
            implements Entry {}

    /** Values did not come. */
    record Gap(RecordedSeries series, long since, long until, String reason) implements Entry {}

    /**
     * Something happened.
     *
     * @param address the target it happened to, if it is one's
     */
    record Event(long time, EventKind kind, Optional<Address> address, String text)
            implements Entry {}

    /** A target without its credential. */
    record Address(String address, String label) {}
}
