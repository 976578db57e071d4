package dev.bulkhead.tests.benchmarks;

import static java.util.Comparator.naturalOrder;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a job through the engine's API and times what comes out, frames included. */
final class TimedJob {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** What came of a round of a poll, by the wall clock. */
    static final class Round {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private Instant lastAnswer = Instant.MIN;
        private int answers;
        private int failures;

        private synchronized void add(Sample sample, Instant now) {
            Instant sent = sample.time().minus(sample.roundTrip());
            first = sent.isBefore(first) ? sent : first;
            last = now;
            if (sample.failure().isEmpty()) {
                lastAnswer = now;
                answers++;
            } else {
                failures++;
            }
        }

        int answers() {
            return answers;
        }

        int failures() {
            return failures;
        }

        double seconds() {
            return Duration.between(first, last).toNanos() / 1e9;
        }

        /** From the first request of several rounds to the last value. */
        static double seconds(Collection<Round> rounds) {
            Instant from = rounds.stream().map(r -> r.first).min(naturalOrder()).orElseThrow();
            Instant to = rounds.stream().map(r -> r.last).max(naturalOrder()).orElseThrow();
            return Duration.between(from, to).toNanos() / 1e9;
        }

        double lastAnswerSeconds() {
            return Duration.between(first, lastAnswer).toNanos() / 1e9;
        }
    }

    private final double seconds;
    private final long varBinds;
    private final long residentBytes;
    private final Map<Long, Round> rounds;

    private TimedJob(double seconds, long varBinds, long residentBytes, Map<Long, Round> rounds) {
        this.seconds = seconds;
        this.varBinds = varBinds;
        this.residentBytes = residentBytes;
        this.rounds = rounds;
    }

    /** Runs a job to its end; throws if it fails. */
    static TimedJob run(Engine engine, JobSpec spec) throws InterruptedException {
        Map<Long, Round> rounds = new ConcurrentSkipListMap<>();
        AtomicReference<String> failure = new AtomicReference<>("");
        long[] varBinds = {0};
        long[] resident = {0};
        AtomicReference<JobHandle> handle = new AtomicReference<>();
        long began = System.nanoTime();
        JobHandle job =
                engine.submit(
                        spec,
                        event -> {
                            switch (event) {
                                case JobEvent.Samples some -> {
                                    Instant now = Instant.now();
                                    for (Sample sample : some.samples()) {
                                        varBinds[0] += sample.varBinds().size();
                                        rounds.computeIfAbsent(sample.round(), r -> new Round())
                                                .add(sample, now);
                                    }
                                    Optional.ofNullable(handle.get())
                                            .flatMap(JobHandle::worker)
                                            .flatMap(w -> w.residentBytes())
                                            .ifPresent(b -> resident[0] = Math.max(resident[0], b));
                                }
                                case JobEvent.Failed failed ->
                                        failure.set(failed.failure().message());
                                default -> {
                                    // Not timed.
                                }
                            }
                        });
        handle.set(job);
        boolean ended = job.await(LIMIT);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!ended || !failure.get().isEmpty()) {
            throw new IllegalStateException("the job did not succeed: " + failure.get());
        }
        return new TimedJob(seconds, varBinds[0], resident[0], rounds);
    }

    /** From its submission to its end. */
    double seconds() {
        return seconds;
    }

    long varBinds() {
        return varBinds;
    }

    /** The most that its worker had resident. */
    long residentBytes() {
        return residentBytes;
    }

    /** By number, those that gave something. */
    Map<Long, Round> rounds() {
        return rounds;
    }
}
