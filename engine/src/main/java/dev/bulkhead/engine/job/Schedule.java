package dev.bulkhead.engine.job;

import java.time.Duration;

/**
 * When a poll asks.
 *
 * @param every from one round's start to the next's, at least 10 ms
 * @param count how many rounds; 0 for no end
 * @param maxPerSecond requests a second that one address may get, whatever the rounds would want
 */
public record Schedule(Duration every, long count, int maxPerSecond) {
    /** What one address gets at most, unless told otherwise. */
    private static final int USUAL_MAX_PER_SECOND = 50;

    /** With the usual budget, or a request for each round where that is more. */
    public Schedule(Duration every, long count) {
        this(every, count, (int) Math.max(USUAL_MAX_PER_SECOND, roundsPerSecond(every)));
    }

    private static long roundsPerSecond(Duration every) {
        return every.isPositive() ? 1_000_000_000L / every.toNanos() : 0;
    }

    public Schedule {
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("a poll every " + every + " is too often");
        }
        if (count < 0) {
            throw new IllegalArgumentException("a count of " + count + " is negative");
        }
        if (maxPerSecond < 1) {
            throw new IllegalArgumentException(
                    maxPerSecond + " requests a second are less than one");
        }
    }
}
