package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All polls: jobs, and a row for each polled instance.
 *
 * <p>Concurrency: any thread may call it and nothing blocks; commands take a lock that events never
 * take. Rows are written by the engine's threads while they are read.
 */
public final class PollingViewModel implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final JobStarter starter;
    private final PollNames names;
    private final InstantSource clock;
    private final List<PollJob> jobs = new ArrayList<>();
    private final RequestPace pace = new RequestPace();
    private volatile List<PollRow> rows = List.of();
    private volatile PollObserver observer = PollObserver.NONE;
    private Instant lookedAt = Instant.MIN;
    private PollSummary.Workers workers = PollSummary.Workers.NONE;

    /**
     * No polls yet.
     *
     * @param starter {@code engine::submit}
     * @param names asked again whenever a name is needed, so that modules may be loaded meanwhile
     */
    public PollingViewModel(JobStarter starter, Supplier<MibNames> names, InstantSource clock) {
        this(starter, PollNames.of(names), clock);
    }

    PollingViewModel(JobStarter starter, PollNames names, InstantSource clock) {
        this.starter = starter;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Polls instances of one target in a job of their own.
     *
     * @param targetLabel what the user calls the target
     * @return a row for each instance; what is already polled at this pace keeps its row
     */
    public List<PollRow> add(
            Target target, String targetLabel, List<Oid> instances, Duration every) {
        return add(List.of(new PollItem(target, targetLabel, instances)), every);
    }

    /** Polls instances of several targets in one job. */
    public synchronized List<PollRow> add(List<PollItem> items, Duration every) {
        List<PollRow> wanted = new ArrayList<>();
        List<PollRow> fresh = new ArrayList<>();
        for (PollItem item : items) {
            for (Oid instance : item.instances()) {
                PollRow row =
                        known(item.target(), instance, every)
                                .or(() -> find(fresh, item.target(), instance, every))
                                .orElseGet(() -> fresh(item, instance, every, fresh));
                wanted.add(row);
            }
        }
        if (!fresh.isEmpty()) {
            PollJob job = new PollJob(starter, fresh);
            jobs.add(job);
            List<PollRow> longer = new ArrayList<>(rows);
            longer.addAll(fresh);
            rows = List.copyOf(longer);
            job.start();
        }
        return wanted;
    }

    private PollRow fresh(PollItem item, Oid instance, Duration every, List<PollRow> fresh) {
        PollRow row = new PollRow(item, instance, every, names);
        row.observer(observer);
        fresh.add(row);
        return row;
    }

    private Optional<PollRow> known(Target target, Oid instance, Duration every) {
        return find(rows, target, instance, every);
    }

    private static Optional<PollRow> find(
            List<PollRow> among, Target target, Oid instance, Duration every) {
        return among.stream()
                .filter(row ->
                        row.instance().equals(instance)
                                && row.every().equals(every)
                                && row.target().equals(target))
                .findFirst();
    }

    /** Tells somebody all that polls bring from now on. */
    public synchronized void observe(PollObserver newObserver) {
        observer = newObserver;
        rows.forEach(row -> row.observer(newObserver));
    }

    /** All rows, oldest first; the same list as long as none comes or goes. */
    public List<PollRow> rows() {
        return rows;
    }

    /** Ends all jobs but keeps their rows. */
    public synchronized void pauseAll() {
        Instant now = clock.instant();
        jobs.forEach(job -> job.pause(now));
    }

    /** Starts again what was paused. */
    public synchronized void resumeAll() {
        jobs.forEach(PollJob::resume);
    }

    /** Whether there are jobs and all that have not ended are paused. */
    public synchronized boolean isPaused() {
        return jobs.stream().anyMatch(job -> job.phase() == PollJob.Phase.PAUSED)
                && jobs.stream()
                        .noneMatch(job ->
                                job.phase() == PollJob.Phase.RUNNING
                                        || job.phase() == PollJob.Phase.RESTARTING);
    }

    /** Forgets rows; a job without rows is cancelled. */
    public synchronized void remove(Collection<PollRow> unwanted) {
        Set<PollRow> gone = new HashSet<>(unwanted);
        stopped(gone);
        rows = rows.stream().filter(row -> !gone.contains(row)).toList();
        for (PollJob job : List.copyOf(jobs)) {
            List<PollRow> kept = job.rows().stream().filter(row -> !gone.contains(row)).toList();
            if (kept.size() < job.rows().size()) {
                job.keep(kept);
            }
            if (kept.isEmpty()) {
                jobs.remove(job);
            }
        }
    }

    private void stopped(Collection<PollRow> gone) {
        Instant now = clock.instant();
        gone.forEach(row -> observer.happened(row, now, PollObserver.Happening.STOPPED, ""));
    }

    /** What was polled, in the words of the loaded modules: {@code ifHCInOctets.9}. */
    public String objectName(PollRow row) {
        return names.shortName(row.instance());
    }

    /** A row as a line of a chart. */
    public ChartLine line(PollRow row) {
        return new ChartLine(row.series(), objectName(row), row.targetLabel(), row.every());
    }

    PollNames names() {
        return names;
    }

    Instant now() {
        return clock.instant();
    }

    /** The latest thing that happened to a job; empty if nothing did, or it was dismissed. */
    public synchronized Optional<JobNote> note() {
        return jobs.stream()
                .flatMap(job -> job.note().stream())
                .max(Comparator.comparing(JobNote::time));
    }

    public synchronized void dismissNotes() {
        jobs.forEach(PollJob::dismissNote);
    }

    /** All polls in numbers, as of now. */
    public synchronized PollSummary summary() {
        Instant now = clock.instant();
        lookAtWorkers(now);
        Map<PollState, Integer> states = new EnumMap<>(PollState.class);
        Set<Target> devices = new HashSet<>();
        for (PollRow row : rows) {
            states.merge(row.state(now), 1, Integer::sum);
            devices.add(row.target());
        }
        return new PollSummary(rows.size(), devices.size(), states, pace.perSecond(), workers);
    }

    private void lookAtWorkers(Instant now) {
        if (lookedAt.isAfter(now.minus(LOOK_EVERY))) {
            return;
        }
        lookedAt = now;
        workers = together(jobs.stream().flatMap(job -> job.worker().stream()).toList());
        long requests =
                jobs.stream()
                        .flatMap(job -> job.worker().stream())
                        .mapToLong(WorkerStatus::requests)
                        .sum();
        pace.look(now.toEpochMilli(), requests);
    }

    /** The worker processes of some rows' jobs, together. */
    public PollSummary.Workers workersOf(Collection<PollRow> some) {
        return together(
                some.stream()
                        .flatMap(row -> row.job().stream())
                        .distinct()
                        .flatMap(job -> job.worker().stream())
                        .toList());
    }

    private static PollSummary.Workers together(List<WorkerStatus> all) {
        OptionalLong pid =
                all.size() == 1 ? OptionalLong.of(all.get(0).pid()) : OptionalLong.empty();
        long bytes = all.stream().mapToLong(w -> w.residentBytes().orElse(0L)).sum();
        int restarts = all.stream().mapToInt(WorkerStatus::restarts).sum();
        return new PollSummary.Workers(all.size(), pid, bytes, restarts);
    }

    /** Cancels all polls. */
    @Override
    public synchronized void close() {
        jobs.forEach(PollJob::cancel);
        stopped(rows);
        jobs.clear();
        rows = List.of();
    }
}
