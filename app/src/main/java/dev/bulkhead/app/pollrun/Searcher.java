package dev.bulkhead.app.pollrun;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for the instances that {@code instances: all} means: walks each device at the start, and
 * again after a while where it did not answer. Its own lock; results are told outside of it.
 */
final class Searcher {
    /** Devices that are walked at a time. */
    private static final int AT_ONCE = 4;

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int MOST_INSTANCES = 200_000;

    private final RunPlan plan;
    private final PollRun.Jobs jobs;
    private final Consumer<Map<String, List<Oid>>> told;
    private final List<RunPlan.Search> waiting = new ArrayList<>();
    private final List<RunPlan.Search> failed = new ArrayList<>();
    private final Map<RunPlan.Search, JobHandle> handles = new HashMap<>();
    private final Map<String, List<Oid>> found = new HashMap<>();
    private int active;
    private Optional<Instant> again = Optional.empty();
    private boolean stopped;

    Searcher(RunPlan plan, PollRun.Jobs jobs, Consumer<Map<String, List<Oid>>> told) {
        this.plan = plan;
        this.jobs = jobs;
        this.told = told;
    }

    void start() {
        synchronized (this) {
            waiting.addAll(plan.searches());
        }
        next();
    }

    /** Time to look again, perhaps. */
    void look(Instant now) {
        synchronized (this) {
            if (active > 0 || failed.isEmpty()) {
                return;
            }
            if (again.isEmpty()) {
                again = Optional.of(now.plus(AGAIN_AFTER));
                return;
            }
            if (now.isBefore(again.get())) {
                return;
            }
            again = Optional.empty();
            waiting.addAll(failed);
            failed.clear();
        }
        next();
    }

    void stop() {
        List<JobHandle> ending;
        synchronized (this) {
            stopped = true;
            waiting.clear();
            ending = List.copyOf(handles.values());
        }
        ending.forEach(JobHandle::cancel);
    }

    private void next() {
        while (true) {
            RunPlan.Search search;
            synchronized (this) {
                if (stopped || active >= AT_ONCE || waiting.isEmpty()) {
                    return;
                }
                search = waiting.removeFirst();
                active++;
            }
            begin(search);
        }
    }

    private void begin(RunPlan.Search search) {
        List<Oid> some = new ArrayList<>();
        boolean[] bad = {false};
        WalkOptions options =
                new WalkOptions(25, true, true, MOST_INSTANCES, Duration.ofMinutes(5));
        JobHandle handle =
                jobs.submit(
                        new JobSpec.Walk(plan.target(search.device()), search.columns(), options),
                        event -> {
                            switch (event) {
                                case JobEvent.Samples samples ->
                                        samples.samples().forEach(s -> bad[0] |= take(s, some));
                                case JobEvent.Failed _ -> ended(search, some, false);
                                case JobEvent.Finished _ -> ended(search, some, !bad[0]);
                                default -> {
                                    // Nothing of a walk besides.
                                }
                            }
                        });
        synchronized (this) {
            handles.put(search, handle);
        }
    }

    private static boolean take(Sample sample, List<Oid> found) {
        sample.varBinds().stream().map(VarBind::name).forEach(found::add);
        return sample.failure().isPresent();
    }

    private void ended(RunPlan.Search search, List<Oid> some, boolean good) {
        Map<String, List<Oid>> now;
        boolean isTold;
        synchronized (this) {
            handles.remove(search);
            active--;
            if (good) {
                found.put(search.device(), List.copyOf(some));
            } else {
                failed.add(search);
            }
            now = Map.copyOf(found);
            isTold = !stopped && active == 0 && waiting.isEmpty();
        }
        if (isTold) {
            told.accept(now);
        }
        next();
    }
}
