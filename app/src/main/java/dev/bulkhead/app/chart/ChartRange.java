package dev.bulkhead.app.chart;

/**
 * A stretch of time that a chart stands still at.
 *
 * @param fromMillis milliseconds since 1970, at the left
 * @param toMillis and at the right, later than the left
 */
record ChartRange(long fromMillis, long toMillis) {
    /** Shorter ones show nothing more. */
    static final long SHORTEST_MILLIS = 2_000;

    /** Thirty days. */
    static final long LONGEST_MILLIS = 30L * 86_400_000;

    long length() {
        return toMillis - fromMillis;
    }

    /**
     * A stretch {@code factor} times as long around a moment that stays where it is.
     *
     * @param factor below 1 to see more of less
     */
    ChartRange zoomed(double factor, long around) {
        long length = Math.clamp(Math.round(length() * factor), SHORTEST_MILLIS, LONGEST_MILLIS);
        double share = (double) (around - fromMillis) / length();
        long from = around - Math.round(share * length);
        return new ChartRange(from, from + length);
    }

    ChartRange moved(long millis) {
        return new ChartRange(fromMillis + millis, toMillis + millis);
    }
}
