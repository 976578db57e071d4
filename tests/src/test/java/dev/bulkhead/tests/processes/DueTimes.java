package dev.bulkhead.tests.processes;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When each round of a poll is due for each of its targets: at its place on the grid, ten targets
 * at a time, as {@link dev.bulkhead.engine.job.Schedule} has it. Where the grid begins is taken
 * from the earliest sample. For one thread.
 */
final class DueTimes {
    private static final int TOGETHER = 10;

    private final Duration every;
    private final Duration step;
    private @Nullable Instant grid;

    DueTimes(JobSpec.Poll poll) {
        int targets = poll.items().size();
        this.every = poll.schedule().every();
        this.step = poll.schedule().spread(targets).dividedBy(targets);
    }

    void saw(Sample sample) {
        Instant begin = sample.time().minus(offset(sample.target(), sample.round()));
        grid = grid == null || begin.isBefore(grid) ? begin : grid;
    }

    private Duration offset(int target, long round) {
        long places = round == 0 ? 0 : target - target % TOGETHER;
        return every.multipliedBy(round).plus(step.multipliedBy(places));
    }

    /** When a target has its turn. */
    Instant due(int target, long round) {
        return Optional.ofNullable(grid).orElseThrow().plus(offset(target, round));
    }

    /** When a round begins. */
    Instant begin(long round) {
        return due(0, round);
    }
}
