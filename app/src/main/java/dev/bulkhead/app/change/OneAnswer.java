package dev.bulkhead.app.change;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that one short job gives.
 *
 * @param failure why there are no values, or not all
 */
record OneAnswer(List<VarBind> varBinds, Optional<Failure> failure) {
    OneAnswer {
        varBinds = List.copyOf(varBinds);
    }

    /** The value of an instance, if it came. */
    Optional<SmiValue> value(Oid instance) {
        return varBinds.stream()
                .filter(varBind -> varBind.name().equals(instance))
                .map(VarBind::value)
                .findFirst();
    }

    /**
     * Runs a job.
     *
     * @param done gets the answer when the job has ended, on an engine thread
     */
    static JobHandle ask(JobStarter jobs, JobSpec spec, Consumer<OneAnswer> done) {
        Collected collected = new Collected(done);
        return jobs.submit(spec, collected::on);
    }

    /** Concurrency: the job's one thread writes. */
    private static final class Collected {
        private final Consumer<OneAnswer> done;
        private final List<VarBind> varBinds = new ArrayList<>();
        private Optional<Failure> failure = Optional.empty();

        Collected(Consumer<OneAnswer> done) {
            this.done = done;
        }

        synchronized void on(JobEvent event) {
            switch (event) {
                case JobEvent.Samples samples -> samples.samples().forEach(this::take);
                case JobEvent.Failed failed -> {
                    failure = Optional.of(failed.failure());
                    done.accept(new OneAnswer(varBinds, failure));
                }
                case JobEvent.Finished _ -> done.accept(new OneAnswer(varBinds, failure));
                case JobEvent.Restarting _ -> varBinds.clear();
                default -> {}
            }
        }

        private void take(Sample sample) {
            varBinds.addAll(sample.varBinds());
            if (sample.failure().isPresent()) {
                failure = sample.failure();
            }
        }
    }
}
