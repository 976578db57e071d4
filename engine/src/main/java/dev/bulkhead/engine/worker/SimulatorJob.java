package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.wire.FromWorker;
import java.util.Optional;

/** Runs simulated agents until it is stopped. Main thread. */
final class SimulatorJob {
    private final Outbound outbound;

    SimulatorJob(Outbound outbound) {
        this.outbound = outbound;
    }

    void start(JobSpec.Simulate spec) {
        outbound.add(
                new FromWorker.Done(
                        Optional.of(
                                new Failure.LocalProblem(
                                        "the simulator is not there yet", "Wait for it."))));
    }

    void stop() {
        outbound.add(new FromWorker.Done(Optional.empty()));
    }
}
