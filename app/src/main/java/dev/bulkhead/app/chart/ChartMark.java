package dev.bulkhead.app.chart;

/**
 * Something that happened, to be marked in charts.
 *
 * @param timeMillis milliseconds since 1970
 * @param target whom it concerns, as the charts' lines name it; "" for all
 * @param text what happened, in words for the user
 */
public record ChartMark(long timeMillis, Kind kind, String target, String text) {
    /** What sort of thing it was. */
    public enum Kind {
        /** The agent started anew. */
        REBOOT,
        /** A worker process was replaced. */
        WORKER,
        /** A threshold was passed, or the value came back. */
        ALARM,
        /** The agent sent a notification. */
        NOTIFICATION,
        /** Polling began, was paused or ended. */
        POLLING;

        /** Ends the names of its style classes. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
