package dev.bulkhead.app.chart;

/**
 * A time without values.
 *
 * @param fromMillis the last value before it, or when it began; milliseconds since 1970
 * @param toMillis the first value after it, or how far it reaches by now
 * @param reason why, in words for the user
 */
public record Gap(long fromMillis, long toMillis, String reason) {
    boolean contains(long timeMillis) {
        return fromMillis < timeMillis && timeMillis < toMillis;
    }
}
