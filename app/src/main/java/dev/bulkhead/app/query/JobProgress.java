package dev.bulkhead.app.query;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobTotals;
import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a job is doing: its state, its worker, and what happened to it. Written by an engine thread,
 * read by any.
 */
public final class JobProgress {
    private static final int NOTICE_LIMIT = 50;

    /** Where a job is. */
    public enum State {
        STARTING,
        RUNNING,
        RESTARTING,
        FINISHED,
        CANCELLED,
        FAILED;

        public boolean isOver() {
            return compareTo(FINISHED) >= 0;
        }
    }

    /** Something out of the ordinary. */
    public sealed interface Notice {
        Instant time();

        /** A worker is gone. */
        record WorkerGone(JobEvent.Restarting event) implements Notice {
            @Override
            public Instant time() {
                return event.time();
            }
        }

        /** Another worker took over. */
        record WorkerBack(Instant time, long pid, int restarts, Duration after) implements Notice {}

        /** Rounds are missing. */
        record Missing(JobEvent.Gap event) implements Notice {
            @Override
            public Instant time() {
                return event.time();
            }
        }
    }

    private final Instant begun;
    private State state = State.STARTING;
    private long pid;
    private int restarts;
    private Optional<Failure> failure = Optional.empty();
    private Optional<JobTotals> totals = Optional.empty();
    private Optional<Instant> goneAt = Optional.empty();
    private Instant ended;
    private final List<Notice> notices = new ArrayList<>();

    public JobProgress(Instant begun) {
        this.begun = begun;
        ended = begun;
    }

    /** Takes note of an event. */
    public synchronized void on(JobEvent event) {
        switch (event) {
            case JobEvent.Started started -> started(started);
            case JobEvent.Listening _ -> state = State.RUNNING;
            case JobEvent.Packets _ -> {}
            case JobEvent.Samples samples -> note(samples);
            case JobEvent.Notifications _, JobEvent.SenderRefused _ -> state = State.RUNNING;
            case JobEvent.Discovered _, JobEvent.Swept _ -> state = State.RUNNING;
            case JobEvent.Probed _, JobEvent.Diagnosed _ -> state = State.RUNNING;
            case JobEvent.Gap gap -> notice(new Notice.Missing(gap));
            case JobEvent.Restarting restarting -> {
                state = State.RESTARTING;
                goneAt = Optional.of(restarting.time());
                notice(new Notice.WorkerGone(restarting));
            }
            case JobEvent.Failed failed -> {
                failure = Optional.of(failed.failure());
                end(State.FAILED, failed.time(), failed.totals());
            }
            case JobEvent.Finished finished ->
                    end(
                            finished.cancelled() ? State.CANCELLED : State.FINISHED,
                            finished.time(),
                            finished.totals());
        }
    }

    private void started(JobEvent.Started started) {
        state = State.RUNNING;
        pid = started.pid();
        restarts = started.restarts();
        if (goneAt.isPresent()) {
            Duration after = Duration.between(goneAt.get(), started.time());
            notice(new Notice.WorkerBack(started.time(), pid, restarts, after));
            goneAt = Optional.empty();
        }
    }

    private void note(JobEvent.Samples samples) {
        for (var sample : samples.samples()) {
            if (sample.failure().isPresent()) {
                failure = sample.failure();
            }
        }
    }

    private void end(State last, Instant when, JobTotals sum) {
        state = last;
        ended = when;
        totals = Optional.of(sum);
    }

    private void notice(Notice notice) {
        notices.add(notice);
        if (notices.size() > NOTICE_LIMIT) {
            notices.removeFirst();
        }
    }

    public synchronized State state() {
        return state;
    }

    /** The worker's process id; 0 before the first. */
    public synchronized long pid() {
        return pid;
    }

    public synchronized int restarts() {
        return restarts;
    }

    /** Why there is no answer, or no more of it. */
    public synchronized Optional<Failure> failure() {
        return failure;
    }

    /** What the job did, once it is over. */
    public synchronized Optional<JobTotals> totals() {
        return totals;
    }

    /** What happened, oldest first. */
    public synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    public Instant begun() {
        return begun;
    }

    /** How long it ran, up to its end or {@code now}. */
    public synchronized Duration elapsed(Instant now) {
        return totals.map(JobTotals::elapsed)
                .orElseGet(() -> Duration.between(begun, state.isOver() ? ended : now));
    }
}
