package dev.bulkhead.app.past;

import dev.bulkhead.app.history.StoredSeries;
import java.nio.file.Path;
import java.util.List;

/**
 * What a history file holds.
 *
 * @param bytes on disk
 */
record Overview(Path file, long bytes, List<StoredSeries> series) {
    Overview {
        series = List.copyOf(series);
    }

    /** The oldest value of all, milliseconds since 1970; {@link Long#MAX_VALUE} for none. */
    long oldest() {
        return series.stream().mapToLong(StoredSeries::oldest).min().orElse(Long.MAX_VALUE);
    }

    /** The newest value of all; {@link Long#MIN_VALUE} for none. */
    long newest() {
        return series.stream().mapToLong(StoredSeries::newest).max().orElse(Long.MIN_VALUE);
    }
}
