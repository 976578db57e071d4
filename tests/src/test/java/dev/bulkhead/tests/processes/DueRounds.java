package dev.bulkhead.tests.processes;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Each round that a poll owes each of its targets, and what became of it: an answer, a failure, a
 * gap with a reason, or nothing, which is a loss.
 *
 * <p>A gap speaks for the rounds that are due within it, give or take a twentieth of a round. Any
 * thread.
 */
final class DueRounds {
    private static final String ANSWERED = "answered";

    private final DueTimes times;
    private final Duration every;
    private final @Nullable String[][] fates;
    private final List<JobEvent.Gap> gaps = new ArrayList<>();
    private int twice;

    /** The rounds of a poll that has an end. */
    DueRounds(JobSpec.Poll poll) {
        this.times = new DueTimes(poll);
        this.every = poll.schedule().every();
        this.fates = new String[poll.items().size()][(int) poll.schedule().count()];
    }

    synchronized void take(JobEvent event) {
        switch (event) {
            case JobEvent.Samples some -> some.samples().forEach(this::take);
            case JobEvent.Gap gap -> gaps.add(gap);
            default -> {
                // the rest of its life
            }
        }
    }

    private void take(Sample sample) {
        times.saw(sample);
        int round = (int) sample.round();
        twice += fates[sample.target()][round] == null ? 0 : 1;
        fates[sample.target()][round] = sample.failure().map(DueRounds::word).orElse(ANSWERED);
    }

    private static String word(Failure failure) {
        return failure.getClass().getSimpleName();
    }

    /** After the job's end: how many rounds had which fate, by the fate's name. */
    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        gaps.forEach(this::mark);
        for (@Nullable String[] ofTarget : fates) {
            for (String fate : ofTarget) {
                if (fate != null) {
                    counts.merge(fate, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private void mark(JobEvent.Gap gap) {
        int first = gap.target().orElse(0);
        int end = gap.target().map(target -> target + 1).orElse(fates.length);
        for (int target = first; target < end; target++) {
            mark(gap, target);
        }
    }

    private void mark(JobEvent.Gap gap, int target) {
        Duration slack = every.dividedBy(20);
        Instant from = gap.from().minus(slack);
        Instant to = gap.to().plus(slack);
        // A gap of one target speaks of whole rounds, one of all of the time.
        boolean whole = gap.target().isPresent();
        for (int round = 0; round < fates[target].length; round++) {
            Instant due = whole ? times.begin(round) : times.due(target, round);
            if (fates[target][round] == null && !due.isBefore(from) && !due.isAfter(to)) {
                fates[target][round] = "gap: " + gap.reason();
            }
        }
    }

    synchronized int answered() {
        return (int) Arrays.stream(fates).flatMap(Arrays::stream).filter(ANSWERED::equals).count();
    }

    int due() {
        return fates.length * fates[0].length;
    }

    /** Rounds of which there was more than one sample. */
    synchronized int twice() {
        return twice;
    }

    /** After {@link #counts}: what is lost, in words. */
    synchronized List<String> lost() {
        List<String> lost = new ArrayList<>();
        for (int target = 0; target < fates.length; target++) {
            for (int round = 0; round < fates[target].length; round++) {
                if (fates[target][round] == null) {
                    lost.add(
                            "target %d, round %d, due %s"
                                    .formatted(target, round, times.due(target, round)));
                }
            }
        }
        return lost;
    }

    synchronized List<JobEvent.Gap> gapsOfAll() {
        return gaps.stream().filter(gap -> gap.target().isEmpty()).toList();
    }
}
