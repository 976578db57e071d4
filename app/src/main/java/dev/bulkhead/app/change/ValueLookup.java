package dev.bulkhead.app.change;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks an agent for values and hands them to the window's thread. */
final class ValueLookup {
    /** More instances than this nobody picks from a list. */
    static final int INSTANCES = 200;

    private static final WalkOptions QUICK =
            new WalkOptions(25, true, INSTANCES, Duration.ofSeconds(10));

    private final JobStarter jobs;
    private final Executor window;

    ValueLookup(JobStarter jobs, Executor window) {
        this.jobs = jobs;
        this.window = window;
    }

    /** The values of instances. */
    void values(Place place, List<Oid> instances, Consumer<OneAnswer> done) {
        if (instances.isEmpty()) {
            done.accept(new OneAnswer(List.of(), Optional.empty()));
            return;
        }
        ask(
                new JobSpec.Get(
                        place.target(),
                        new JobSpec.Get.Mode.Exact(),
                        instances.stream().distinct().toList()),
                done);
    }

    /** The first instances of a column. */
    void instances(Place place, Oid column, Consumer<OneAnswer> done) {
        ask(new JobSpec.Walk(place.target(), List.of(column), QUICK), done);
    }

    private void ask(JobSpec spec, Consumer<OneAnswer> done) {
        var _ = OneAnswer.ask(jobs, spec, answer -> window.execute(() -> done.accept(answer)));
    }
}
