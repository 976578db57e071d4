package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come, by what was delivered: where a replacement worker takes it up.
 *
 * <p>A walk goes on behind the last variable, a table behind the last whole row: what was given out
 * is a prefix of what the agent has, so nothing is missing or twice. A poll keeps its grid; a sweep
 * goes on at its first endpoint that is not done. One thread.
 */
final class Progress {
    private final JobSpec spec;
    private final Instant began = Instant.now();
    private long gridNanos;
    private boolean gridBegun;
    private long toldNanos;
    private boolean gridFound;
    private long resumedRound;
    private final Optional<RoundsUnderWay> rounds;
    private final SweepRecord sweep = new SweepRecord();
    private long lastRound = -1;
    private int rootsDone;
    private long varBinds;
    private @Nullable VarBind last;
    private @Nullable Instant lastTime;

    Progress(JobSpec spec) {
        this.spec = spec;
        this.rounds =
                spec instanceof JobSpec.Poll poll
                        ? Optional.of(new RoundsUnderWay(poll))
                        : Optional.empty();
    }

    void delivered(List<Sample> samples) {
        rounds.ifPresent(each -> gridFound(each.gridBegin(samples)));
        for (Sample sample : samples) {
            rounds.ifPresent(each -> each.delivered(sample));
            lastRound = Math.max(lastRound, sample.round());
            lastTime = sample.time();
            varBinds += sample.varBinds().size();
            if (!sample.varBinds().isEmpty()) {
                last = sample.varBinds().getLast();
            }
        }
    }

    /** The first worker took a moment after it was told to begin: what is asked first tells it. */
    private void gridFound(Instant begin) {
        long nanos = System.nanoTime() - Duration.between(begin, Instant.now()).toNanos();
        long possible = Math.max(nanos, toldNanos);
        gridNanos = gridFound ? Math.min(gridNanos, possible) : possible;
        gridFound = true;
    }

    /** The worker itself said that it missed rounds of some targets. */
    void missed(List<MissedRounds> missed) {
        Instant gridBegin = gridBegin();
        rounds.ifPresent(each -> missed.forEach(some -> each.missed(some, gridBegin)));
    }

    /** After a worker's death: rounds that single targets were asked for before the last sample. */
    List<MissedRounds> unanswered(String reason) {
        return rounds.map(each -> each.unanswered(gridBegin(), lastTime(), resumedRound, reason))
                .orElse(List.of());
    }

    /** By the wall clock as it is now. */
    private Instant gridBegin() {
        return Instant.now().plusNanos(gridNanos - System.nanoTime());
    }

    void rootsDone(int count) {
        rootsDone = count;
        last = null;
    }

    SweepRecord sweep() {
        return sweep;
    }

    /** When the last sample was taken, or the job began. */
    Instant lastTime() {
        return lastTime == null ? began : lastTime;
    }

    boolean gaveSome() {
        return lastTime != null;
    }

    /** Where to go on at a moment of the monotonic clock. */
    StartPoint startPoint(long nowNanos) {
        return switch (spec) {
            case JobSpec.Poll poll -> roundAt(nowNanos, poll.schedule().every().toNanos());
            case JobSpec.Walk walk -> behind(last == null ? null : last.name());
            case JobSpec.Table table ->
                    behind(last == null ? null : instanceOf(last.name(), table));
            case JobSpec.Get get -> StartPoint.BEGINNING;
            case JobSpec.Set set -> StartPoint.BEGINNING;
            case JobSpec.Notify notify -> StartPoint.BEGINNING;
            case JobSpec.Listen listen -> StartPoint.BEGINNING;
            case JobSpec.Discover discover -> sweep.startPoint();
            case JobSpec.Doctor doctor -> StartPoint.BEGINNING;
            case JobSpec.Simulate simulate -> StartPoint.BEGINNING;
        };
    }

    /** The grid begins when the first worker is there, so that its start costs no round. */
    private StartPoint roundAt(long nowNanos, long everyNanos) {
        if (!gridBegun) {
            gridBegun = true;
            toldNanos = nowNanos;
            gridNanos = nowNanos;
        }
        resumedRound = Math.max((nowNanos - gridNanos) / everyNanos, lastRound + 1);
        return StartPoint.ofRound(resumedRound, gridNanos + resumedRound * everyNanos - nowNanos);
    }

    private StartPoint behind(@Nullable Oid name) {
        return new StartPoint(0, 0, rootsDone, Optional.ofNullable(name), varBinds);
    }

    private static @Nullable Oid instanceOf(Oid cell, JobSpec.Table table) {
        for (Oid column : table.columns()) {
            if (cell.startsWith(column)) {
                return cell.suffix(column.size());
            }
        }
        return null;
    }
}
