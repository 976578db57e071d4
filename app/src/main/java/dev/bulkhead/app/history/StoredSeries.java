package dev.bulkhead.app.history;

/**
 * A series in a file.
 *
 * @param oldest its oldest value or roll-up, milliseconds since 1970; {@link Long#MAX_VALUE} for
 *     none
 * @param newest its newest value; {@link Long#MIN_VALUE} for none
 */
public record StoredSeries(long id, SeriesKey key, long oldest, long newest) {
    public boolean isEmpty() {
        return oldest > newest;
    }
}
