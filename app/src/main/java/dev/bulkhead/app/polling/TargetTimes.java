package dev.bulkhead.app.polling;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the targets of a job take to answer. Any thread. */
final class TargetTimes {
    /** How much the newest answer counts. */
    private static final double NEWEST = 0.25;

    private final Map<String, Kept> byTarget = new LinkedHashMap<>();

    /** An answer, or none. */
    synchronized void add(String label, Sample sample) {
        Kept kept = byTarget.computeIfAbsent(label, _ -> new Kept());
        if (sample.failure().isEmpty()) {
            double millis = sample.roundTrip().toNanos() / 1e6;
            kept.millis =
                    kept.answers == 0 ? millis : kept.millis + NEWEST * (millis - kept.millis);
            kept.answers++;
            kept.isSilent = false;
        } else if (sample.failure().get() instanceof Failure.Timeout) {
            kept.timeouts++;
            kept.isSilent = true;
        }
    }

    /** The targets: those that do not answer, then the slowest, first. */
    synchronized List<TargetTime> slowestFirst() {
        List<TargetTime> times = new ArrayList<>();
        byTarget.forEach((label, kept) -> times.add(kept.time(label)));
        times.sort(
                Comparator.comparing(TargetTime::isSilent)
                        .thenComparing(TargetTime::roundTrip)
                        .reversed());
        return times;
    }

    private static final class Kept {
        private double millis;
        private long answers;
        private long timeouts;
        private boolean isSilent;

        TargetTime time(String label) {
            Duration roundTrip = Duration.ofNanos(Math.round(millis * 1e6));
            return new TargetTime(label, roundTrip, answers, timeouts, isSilent);
        }
    }
}
