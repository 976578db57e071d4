package dev.bulkhead.engine.job;

import java.time.Duration;

/**
 * When a poll asks.
 *
 * @param every from one round's start to the next's, at least 10 ms
 * @param count how many rounds; 0 for no end
 */
public record Schedule(Duration every, long count) {
    public Schedule {
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("a poll every " + every + " is too often");
        }
        if (count < 0) {
            throw new IllegalArgumentException("a count of " + count + " is negative");
        }
    }
}
