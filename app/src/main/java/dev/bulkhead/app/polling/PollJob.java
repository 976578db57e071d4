package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.PollObserver.Happening;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows that one job polls.
 *
 * <p>Pausing cancels the engine's job and resuming submits a new one, so that a paused poll costs
 * no process; so does taking rows away. Rows whose table the agent indexed anew are looked for by
 * their names, and polled on where they are found.
 *
 * <p>Concurrency: commands come from JavaFX's thread, events from one thread of the engine. Both
 * take this object's lock; events of a job that was replaced are recognised by their run and
 * dropped.
 */
final class PollJob {
    private final JobStarter starter;
    private final Duration every;
    private final TargetTimes times = new TargetTimes();
    private List<PollRow> rows;
    private RowsByTarget plan;
    private int run;
    private Optional<JobHandle> handle = Optional.empty();
    private volatile Phase phase = Phase.RUNNING;
    private volatile int restarts;
    private volatile Optional<JobNote> note = Optional.empty();

    /** Where the job is. */
    enum Phase {
        RUNNING,
        RESTARTING,
        PAUSED,
        ENDED
    }

    /** A job, not started, for rows of one pace. */
    PollJob(JobStarter starter, List<PollRow> rows) {
        this.starter = starter;
        this.rows = List.copyOf(rows);
        this.every = rows.get(0).every();
        this.plan = plan(rows);
        rows.forEach(row -> row.job(this));
    }

    synchronized List<PollRow> rows() {
        return rows;
    }

    /** The rows that are asked for; the others wait or are paused. */
    private static RowsByTarget plan(List<PollRow> rows) {
        return RowsByTarget.of(rows.stream().filter(PollRow::isWanted).toList());
    }

    /** The engine's job now; empty while nothing runs. */
    synchronized Optional<JobHandle> handle() {
        return handle;
    }

    /** How long its targets take to answer, the slowest first. */
    List<TargetTime> times() {
        return times.slowestFirst();
    }

    Phase phase() {
        return phase;
    }

    int restarts() {
        return restarts;
    }

    Optional<JobNote> note() {
        return note;
    }

    void dismissNote() {
        note = Optional.empty();
    }

    Duration every() {
        return every;
    }

    /** The worker process now, if there is one. */
    Optional<WorkerStatus> worker() {
        Optional<JobHandle> current;
        synchronized (this) {
            current = handle;
        }
        return current.flatMap(JobHandle::worker);
    }

    /** Asks for all rows that are wanted; if there are none, for nothing. */
    synchronized void start() {
        run++;
        int mine = run;
        if (plan.items().isEmpty()) {
            handle = Optional.empty();
            phase = Phase.PAUSED;
            return;
        }
        phase = Phase.RUNNING;
        JobSpec.Poll spec = new JobSpec.Poll(plan.items(), new Schedule(every, 0));
        handle = Optional.of(starter.submit(spec, event -> accept(event, mine)));
    }

    /** Tells the observer of each target, once. */
    private void tell(Instant time, Happening what, String text) {
        rows.stream()
                .collect(
                        Collectors.toMap(
                                PollRow::target, row -> row, (a, _) -> a, LinkedHashMap::new))
                .values()
                .forEach(row -> row.observer().happened(row, time, what, text));
    }

    synchronized void pause(Instant now) {
        if (phase == Phase.RUNNING || phase == Phase.RESTARTING) {
            cancel();
            phase = Phase.PAUSED;
            tell(now, Happening.PAUSED, "");
            rows.stream()
                    .map(PollRow::targetLabel)
                    .distinct()
                    .forEach(label -> rows.getFirst().context().watch().paused(label, now));
            rows.forEach(row -> paused(row, now));
        }
    }

    /** One of its rows is not asked for any more. */
    synchronized void paused(PollRow row, Instant now) {
        row.gap(now, now, Words.text("poll.reason.paused"));
    }

    synchronized void resume() {
        if (phase == Phase.PAUSED) {
            again();
        }
    }

    /** Cancels the engine's job; what it still says is not listened to. */
    synchronized void cancel() {
        run++;
        handle.ifPresent(JobHandle::cancel);
        handle = Optional.empty();
        phase = Phase.ENDED;
    }

    /** Polls only these rows from now on; none ends the job. */
    synchronized void keep(List<PollRow> kept) {
        rows = List.copyOf(kept);
        if (rows.isEmpty()) {
            cancel();
            return;
        }
        plan = plan(rows);
        if (phase == Phase.RUNNING || phase == Phase.RESTARTING) {
            again();
        }
    }

    /** Begins anew with the rows that are wanted now. */
    synchronized void again() {
        plan = plan(rows);
        Optional<JobHandle> old = handle;
        start();
        old.ifPresent(JobHandle::cancel);
    }

    private synchronized void accept(JobEvent event, int itsRun) {
        if (itsRun != run) {
            return;
        }
        switch (event) {
            case JobEvent.Started started -> started(started);
            case JobEvent.Listening _, JobEvent.Notifications _, JobEvent.SenderRefused _ -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Discovered _, JobEvent.Swept _ -> {}
            case JobEvent.Samples samples ->
                    samples.samples().forEach(sample -> search(plan.apply(sample, times)));
            case JobEvent.Probed _, JobEvent.Diagnosed _ -> {}
            case JobEvent.Gap gap -> gap(gap);
            case JobEvent.Restarting restarting -> restarting(restarting);
            case JobEvent.Failed failed -> failed(failed.time(), failed.failure());
            case JobEvent.Finished _ -> phase = Phase.ENDED;
        }
    }

    /** Looks for rows of one target whose table was indexed anew. */
    private void search(List<PollRow> lost) {
        Map<Oid, List<PollRow>> byColumn = new LinkedHashMap<>();
        for (PollRow row : lost) {
            row.startSearch()
                    .ifPresent(column ->
                            byColumn.computeIfAbsent(column, _ -> new ArrayList<>()).add(row));
        }
        byColumn.forEach((column, some) ->
                RowSearch.start(
                        starter, some.get(0).target(), column, found -> found(some, found)));
    }

    /** Polls rows at their new places from now on. */
    private synchronized void found(List<PollRow> lost, Map<SmiValue, Long> indexes) {
        List<PollRow> moved = lost.stream().filter(row -> row.found(indexes)).toList();
        if (!moved.isEmpty() && !rows.isEmpty()) {
            keep(rows);
        }
    }

    private void started(JobEvent.Started event) {
        phase = Phase.RUNNING;
        restarts = event.restarts();
        if (event.restarts() == 0) {
            tell(event.time(), Happening.STARTED, "");
        }
        if (note.orElse(null) instanceof JobNote.WorkerLost lost && lost.back().isEmpty()) {
            note = Optional.of(lost.backAt(event.time()));
        }
    }

    private void restarting(JobEvent.Restarting event) {
        phase = Phase.RESTARTING;
        String reason = Words.text("poll.reason.worker", event.reason().word());
        rows.forEach(row -> row.gap(event.time(), event.time(), reason));
        tell(event.time(), Happening.WORKER_RESTART, event.reason().word());
        rows.stream()
                .map(PollRow::targetLabel)
                .distinct()
                .forEach(label ->
                        rows.getFirst()
                                .context()
                                .watch()
                                .workerLost(label, event.time(), event.reason().word()));
        note =
                Optional.of(
                        new JobNote.WorkerLost(
                                targets(),
                                event.time(),
                                event.pid(),
                                event.reason(),
                                event.detail(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void gap(JobEvent.Gap event) {
        if (event.target().isPresent()) {
            plan.missed(event.target().get(), event);
            return;
        }
        rows.forEach(row -> row.gap(event.from(), event.to(), event.reason()));
        JobNote.GapTimes times = new JobNote.GapTimes(event.from(), event.to());
        if (note.orElse(null) instanceof JobNote.WorkerLost lost && lost.gap().isEmpty()) {
            note = Optional.of(lost.withGap(times));
        } else {
            note =
                    Optional.of(
                            new JobNote.RoundsLost(targets(), event.time(), times, event.reason()));
        }
    }

    private void failed(Instant time, Failure failure) {
        phase = Phase.ENDED;
        rows.forEach(row -> row.failed(time, failure, failure.message()));
        tell(time, Happening.STOPPED, failure.message());
        note = Optional.of(new JobNote.GivenUp(targets(), time, failure));
    }

    private String targets() {
        return rows.stream()
                .map(PollRow::targetLabel)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .limit(3)
                .collect(Collectors.joining(", "));
    }
}
