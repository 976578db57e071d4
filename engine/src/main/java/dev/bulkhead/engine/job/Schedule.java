package dev.bulkhead.engine.job;

import java.time.Duration;

/**
 * When a poll asks.
 *
 * <p>All targets are asked at once in the first round, so that the first values are there soon.
 * From then on, unless told otherwise, they are spread over the first half of each round, ten at a
 * time, and every one keeps its place in it, so that requests and answers make no bursts: {@link
 * #spread}.
 *
 * @param every from one round's start to the next's, at least 10 ms
 * @param count how many rounds; 0 for no end
 * @param maxPerSecond requests a second that one address may get, whatever the rounds would want
 * @param staggered whether the targets of a round are spread, or all asked at its beginning
 */
public record Schedule(Duration every, long count, int maxPerSecond, boolean staggered) {
    /**
     * Targets that have their turn together: ten are no burst, and to wake for each of them costs
     * twice the processor time.
     */
    public static final int TOGETHER = 10;

    /** So many targets are no burst that is worth more than a second's spread. */
    private static final int FEW_TARGETS = 50;

    private static final Duration SPREAD_OF_FEW = Duration.ofSeconds(1);

    /** What one address gets at most, unless told otherwise. */
    private static final int USUAL_MAX_PER_SECOND = 50;

    /** Staggered, with the usual budget, or a request for each round where that is more. */
    public Schedule(Duration every, long count) {
        this(every, count, (int) Math.max(USUAL_MAX_PER_SECOND, roundsPerSecond(every)), true);
    }

    /** The same with each round as fast as it goes. */
    public Schedule atOnce() {
        return new Schedule(every, count, maxPerSecond, false);
    }

    /**
     * Over how long the targets of a round are spread: half of the round, but for fewer than 50 at
     * most a second, so that what belongs together is seen together.
     */
    public Duration spread(int targets) {
        if (!staggered) {
            return Duration.ZERO;
        }
        Duration half = every.dividedBy(2);
        boolean capped = targets < FEW_TARGETS && half.compareTo(SPREAD_OF_FEW) > 0;
        return capped ? SPREAD_OF_FEW : half;
    }

    /**
     * When in a round a target has its turn, after the round's beginning. In the job's first round
     * all have it at the beginning.
     *
     * @param target its place in the job's list, 0-based
     */
    public Duration turn(int target, int targets) {
        return spread(targets).dividedBy(targets).multipliedBy(target - target % TOGETHER);
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
