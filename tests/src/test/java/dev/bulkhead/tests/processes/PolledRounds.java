package dev.bulkhead.tests.processes;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each answer of a poll came to its listener. Any thread. */
final class PolledRounds {
    private final List<Map<Long, Instant>> arrivals = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final DueTimes times;
    private long newest = -1;

    PolledRounds(JobSpec.Poll poll) {
        this.times = new DueTimes(poll);
        poll.items().forEach(each -> arrivals.add(new HashMap<>()));
    }

    synchronized void take(JobEvent event) {
        if (event instanceof JobEvent.Samples some) {
            for (Sample sample : some.samples()) {
                take(sample, some.time());
            }
        }
    }

    private void take(Sample sample, Instant arrival) {
        newest = Math.max(newest, sample.round());
        times.saw(sample);
        if (sample.failure().isEmpty()) {
            arrivals.get(sample.target()).put(sample.round(), arrival);
        } else {
            failures.add(
                    "target %d, round %d: %s"
                            .formatted(
                                    sample.target(),
                                    sample.round(),
                                    sample.failure().orElseThrow().message()));
        }
    }

    /** The last round of which there is something. */
    synchronized long newest() {
        return newest;
    }

    /** Rounds of some targets that were not answered, and all that failed, in words. */
    synchronized List<String> lost(List<Integer> targets, List<Long> rounds) {
        List<String> lost = new ArrayList<>();
        for (int target : targets) {
            for (long round : rounds) {
                if (!arrivals.get(target).containsKey(round)) {
                    String which = "target " + target + ", round " + round;
                    lost.add(
                            failures.stream()
                                    .filter(each -> each.startsWith(which + ":"))
                                    .findFirst()
                                    .orElse(which));
                }
            }
        }
        return lost;
    }

    /**
     * From when a round was due to when its answer was there.
     *
     * @param part of the answers that are no later: 0.5 for the median
     */
    synchronized double delayMillis(List<Integer> targets, List<Long> rounds, double part) {
        List<Double> delays = new ArrayList<>();
        for (int target : targets) {
            for (long round : rounds) {
                Instant arrival = arrivals.get(target).get(round);
                if (arrival != null) {
                    Duration delay = Duration.between(times.due(target, round), arrival);
                    delays.add(delay.toNanos() / 1e6);
                }
            }
        }
        delays.sort(null);
        return delays.get((int) Math.ceil(part * delays.size()) - 1);
    }
}
