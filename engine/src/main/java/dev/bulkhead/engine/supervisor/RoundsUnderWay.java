package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which round each target of a poll was told of last. When a worker dies, other targets' answers
 * may be later than the question to a slow one, so that a gap from the last answer on does not
 * speak of that question: its round is missing for that target alone. One thread.
 */
final class RoundsUnderWay {
    private final Schedule schedule;
    private final long everyNanos;
    private final long[] last;

    RoundsUnderWay(JobSpec.Poll poll) {
        this.schedule = poll.schedule();
        this.everyNanos = schedule.every().toNanos();
        this.last = new long[poll.items().size()];
        Arrays.fill(last, -1);
    }

    /** When round 0 began at the latest, as some samples show. */
    Instant gridBegin(List<Sample> samples) {
        Instant earliest = Instant.MAX;
        for (Sample sample : samples) {
            long round = sample.round();
            Duration turn =
                    round == 0 ? Duration.ZERO : schedule.turn(sample.target(), last.length);
            Instant begin =
                    sample.time()
                            .minus(sample.roundTrip())
                            .minus(turn)
                            .minusNanos(round * everyNanos);
            earliest = begin.isBefore(earliest) ? begin : earliest;
        }
        return earliest;
    }

    void delivered(Sample sample) {
        told(sample.target(), sample.round());
    }

    /**
     * Rounds that the worker itself said it missed.
     *
     * @param gridBegin when round 0 began
     */
    void missed(MissedRounds missed, Instant gridBegin) {
        long nanos = Duration.between(gridBegin, missed.to()).toNanos();
        told(missed.target(), Math.floorDiv(nanos + everyNanos / 2, everyNanos));
    }

    private void told(int target, long round) {
        last[target] = Math.max(last[target], round);
    }

    /**
     * Rounds whose turn came before a moment, and of which nothing was told.
     *
     * @param before the last answer of a worker that died
     * @param resumed the round that its replacement goes on with
     */
    List<MissedRounds> unanswered(Instant gridBegin, Instant before, long resumed, String reason) {
        if (last.length == 1) {
            // The gap of all begins at its own last answer.
            return List.of();
        }
        List<MissedRounds> unanswered = new ArrayList<>();
        for (int target = 0; target < last.length; target++) {
            long first = last[target] + 1;
            long end = Math.min(resumed - 1, lastTurn(target, gridBegin, before));
            if (first <= end) {
                unanswered.add(
                        new MissedRounds(
                                target,
                                gridBegin.plusNanos(first * everyNanos),
                                gridBegin.plusNanos(end * everyNanos),
                                reason));
            }
        }
        return unanswered;
    }

    /** The last round in which a target had its turn before a moment; -1 for none. */
    private long lastTurn(int target, Instant gridBegin, Instant before) {
        long since = Duration.between(gridBegin, before).toNanos();
        if (since < 0) {
            return -1;
        }
        // In the first round all have it at once.
        long turn = schedule.turn(target, last.length).toNanos();
        return Math.max(0, Math.floorDiv(since - turn, everyNanos));
    }
}
