package dev.bulkhead.app.history;

import java.time.Duration;

/**
 * How long and how much is kept.
 *
 * @param samples every value for so long
 * @param minutes minutes for so long
 * @param hours hours, gaps and events for so long
 * @param bytes the most a file may take on disk; beyond it the oldest samples go first
 */
public record Keep(Duration samples, Duration minutes, Duration hours, long bytes) {
    /** Two weeks of values, a quarter of minutes, two years of hours, 2 GiB. */
    public static final Keep USUAL =
            new Keep(Duration.ofDays(14), Duration.ofDays(92), Duration.ofDays(731), 2L << 30);
}
