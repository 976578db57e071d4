package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.ChartLine;
import dev.bulkhead.app.chart.ChartMarks;
import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.JobHandle;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All polls: jobs, and a row for each polled instance.
 *
 * <p>Concurrency: any thread may call it and nothing blocks; commands take a lock that events never
 * take. Rows are written by the engine's threads while they are read.
 */
public final class PollingViewModel implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final JobStarter starter;
    private final PollContext context;
    private final InstantSource clock;
    private final List<PollJob> jobs = new ArrayList<>();
    private final RequestPace pace = new RequestPace();
    private final Set<String> closedGroups = new HashSet<>();
    private volatile List<PollRow> rows = List.of();
    private volatile PollObserver observer = PollObserver.NONE;
    private volatile long version;
    private long countedVersion = -1;
    private int deviceCount;
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
        this.context = new PollContext(names, new PollWatch());
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
            begin(fresh);
        }
        return wanted;
    }

    private synchronized void begin(List<PollRow> fresh) {
        List<PollRow> longer = new ArrayList<>(rows);
        longer.addAll(fresh);
        rows = List.copyOf(longer);
        start(fresh);
        version++;
    }

    private void start(List<PollRow> some) {
        some.forEach(row -> row.observer(observer));
        PollJob job = new PollJob(starter, some);
        jobs.add(job);
        job.start();
    }

    /**
     * Polls a formula in a job of its own.
     *
     * @param item whom to ask; its instances are those of the formula
     * @param title what the user calls it; its text if that is blank
     */
    public synchronized PollRow add(PollItem item, Formula formula, String title, Duration every) {
        String name = title.isBlank() ? formula.text() : title.strip();
        PollRow row = new PollRow(item, formula, name, every, context);
        begin(List.of(row));
        return row;
    }

    /** Polls again what was kept; rows that were one job are one again. */
    public synchronized List<PollRow> restore(List<RestoredPoll> kept) {
        List<PollRow> fresh = new ArrayList<>();
        Map<List<Object>, List<PollRow>> byJob = new LinkedHashMap<>();
        for (RestoredPoll each : kept) {
            PollRow row = each.row(context);
            fresh.add(row);
            List<Object> key = List.of(each.kept().job(), row.every());
            byJob.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        List<PollRow> longer = new ArrayList<>(rows);
        longer.addAll(fresh);
        rows = List.copyOf(longer);
        byJob.values().forEach(this::start);
        version++;
        return fresh;
    }

    /** Asks a target from now on that rows waited for. */
    public synchronized void ask(Collection<PollRow> waiting, Target known) {
        waiting.forEach(row -> row.ask(known));
        rows = List.copyOf(new ArrayList<>(rows));
        again(waiting);
        version++;
    }

    private PollRow fresh(PollItem item, Oid instance, Duration every, List<PollRow> fresh) {
        PollRow row = new PollRow(item, instance, every, context);
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
                        row.formula().isEmpty()
                                && row.instance().equals(instance)
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
        rows.forEach(row -> row.settings(row.settings().paused(true)));
        version++;
    }

    /** Starts again what was paused. */
    public synchronized void resumeAll() {
        pause(rows, false);
    }

    /** Ends the asking for some rows, or begins it again. */
    public synchronized void pause(Collection<PollRow> some, boolean paused) {
        Instant now = clock.instant();
        List<PollRow> changing =
                some.stream().filter(row -> row.settings().isPaused() != paused).toList();
        for (PollRow row : changing) {
            row.settings(row.settings().paused(paused));
            if (paused) {
                row.job().ifPresent(job -> job.paused(row, now));
            }
        }
        again(changing);
        version++;
    }

    /** Begins the jobs of some rows anew. */
    private void again(Collection<PollRow> changed) {
        changed.stream().flatMap(row -> row.job().stream()).distinct().forEach(PollJob::again);
    }

    /** Polls rows at another pace, in a job of their own. */
    public synchronized void interval(Collection<PollRow> some, Duration every) {
        List<PollRow> changing = some.stream().filter(row -> !row.every().equals(every)).toList();
        if (!changing.isEmpty()) {
            leaveJobs(changing);
            changing.forEach(row -> row.every(every));
            start(changing);
            version++;
        }
    }

    /** Changes what the user chose for some rows: group and threshold. */
    public synchronized void change(Collection<PollRow> some, UnaryOperator<PollSettings> change) {
        some.forEach(row -> row.settings(change.apply(row.settings())));
        rows = List.copyOf(new ArrayList<>(rows));
        version++;
    }

    /** Moves rows among those of their groups: up by -1, down by 1. */
    public synchronized void move(Collection<PollRow> some, int by) {
        rows = PollOrder.moved(rows, some, by);
        version++;
    }

    /** Puts rows before another one, into its group. */
    public synchronized void put(Collection<PollRow> some, PollRow before) {
        some.forEach(row -> row.settings(row.settings().inGroup(before.settings().group())));
        rows = PollOrder.put(rows, some, before);
        version++;
    }

    /** All rows with the heads of their groups, without those of closed ones. */
    synchronized List<PollEntry> entries(Comparator<PollRow> order) {
        List<PollEntry> entries = new ArrayList<>();
        PollOrder.byGroup(rows)
                .forEach((name, some) -> {
                    boolean isOpen = name.isEmpty() || !closedGroups.contains(name);
                    if (!name.isEmpty()) {
                        entries.add(new PollGroup(name, some, isOpen));
                    }
                    if (isOpen) {
                        some.stream().sorted(order).forEach(entries::add);
                    }
                });
        return entries;
    }

    /** The names of all groups. */
    public synchronized List<String> groups() {
        return PollOrder.byGroup(rows).keySet().stream().filter(name -> !name.isEmpty()).toList();
    }

    /** Whether a group shows its rows. */
    public synchronized boolean isOpen(String group) {
        return !closedGroups.contains(group);
    }

    /** Shows a group's rows, or hides them. */
    public synchronized void open(String group, boolean open) {
        if (open ? closedGroups.remove(group) : closedGroups.add(group)) {
            version++;
        }
    }

    /** Changes whenever there is something else to keep. */
    public long version() {
        return version;
    }

    /** What happened beside values: restarts of agents and workers, alarms. */
    public ChartMarks marks() {
        return context.watch().marks();
    }

    /** Tells of alarms from now on, on the engine's threads. */
    public void onAlarm(Consumer<PollAlarm> listener) {
        context.watch().onAlarm(listener);
    }

    /** How long the targets of a poll take to answer, the slowest first; of other jobs nothing. */
    public synchronized List<TargetTime> targetTimes(JobHandle job) {
        return jobs.stream()
                .filter(each -> isOf(each, job))
                .findFirst()
                .map(PollJob::times)
                .orElse(List.of());
    }

    private static boolean isOf(PollJob each, JobHandle job) {
        return each.handle().filter(now -> now.id().equals(job.id())).isPresent();
    }

    /** The rows that a job polls; none if it is no poll. */
    public synchronized List<PollRow> rowsOf(JobHandle job) {
        return jobs.stream()
                .filter(each -> isOf(each, job))
                .findFirst()
                .map(PollJob::rows)
                .orElse(List.of());
    }

    /** A number for the job of a row, the same for rows of one job. */
    public synchronized int jobNumber(PollRow row) {
        return row.job().map(jobs::indexOf).orElse(-1);
    }

    /** Whether there are jobs and all that have not ended are paused. */
    public synchronized boolean isPaused() {
        return jobs.stream().anyMatch(job -> job.phase() == PollJob.Phase.PAUSED)
                && jobs.stream()
                        .noneMatch(job ->
                                job.phase() == PollJob.Phase.RUNNING
                                        || job.phase() == PollJob.Phase.RESTARTING);
    }

    /**
     * Forgets rows; a job without rows is cancelled.
     *
     * @return polls them again, where they stood
     */
    public synchronized Runnable remove(Collection<PollRow> unwanted) {
        Set<PollRow> gone = new HashSet<>(unwanted);
        stopped(gone);
        List<PollRow> before = rows;
        List<PollRow> removed = before.stream().filter(gone::contains).toList();
        rows = before.stream().filter(row -> !gone.contains(row)).toList();
        leaveJobs(removed);
        version++;
        return () -> bringBack(removed, before);
    }

    private synchronized void bringBack(List<PollRow> removed, List<PollRow> before) {
        rows = PollOrder.putBack(rows, removed, before);
        Map<List<Object>, List<PollRow>> byJob = new LinkedHashMap<>();
        for (PollRow row : removed) {
            List<Object> key = List.of(row.job(), row.every());
            byJob.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        byJob.values().forEach(this::start);
        version++;
    }

    /** Takes rows out of their jobs. */
    private void leaveJobs(Collection<PollRow> leaving) {
        Set<PollRow> gone = new HashSet<>(leaving);
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

    /** What is polled, in the words of the loaded modules, or as the user calls it. */
    public String objectName(PollRow row) {
        return context.nameOf(row);
    }

    /** A row as a line of a chart. */
    public ChartLine line(PollRow row) {
        return new ChartLine(row.series(), objectName(row), row.targetLabel(), row.every());
    }

    PollNames names() {
        return context.names();
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
        List<PollRow> all = rows;
        int alarms = 0;
        Map<PollState, Integer> states = new EnumMap<>(PollState.class);
        for (PollRow row : all) {
            states.merge(row.state(now), 1, Integer::sum);
            alarms += row.isAlarm() ? 1 : 0;
        }
        return new PollSummary(all.size(), devices(all), states, alarms, pace.perSecond(), workers);
    }

    /** How many targets there are, counted anew only for other rows: ten thousand may be there. */
    private int devices(List<PollRow> all) {
        long now = version;
        if (countedVersion != now) {
            Set<Target> devices = new HashSet<>();
            all.forEach(row -> devices.add(row.target()));
            deviceCount = devices.size();
            countedVersion = now;
        }
        return deviceCount;
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
