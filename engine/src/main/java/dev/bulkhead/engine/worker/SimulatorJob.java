package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.simulator.Simulator;
import dev.bulkhead.engine.simulator.SimulatorException;
import dev.bulkhead.engine.wire.FromWorker;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs simulated agents until it is stopped. Main thread. */
final class SimulatorJob {
    private final Outbound outbound;
    private @Nullable Simulator simulator;

    SimulatorJob(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Tells the parent where the agents listen, or why they do not. */
    void start(JobSpec.Simulate spec) {
        try {
            Simulator opened =
                    Simulator.open(spec.devices(), line -> WorkerMain.log(List.of(line)));
            simulator = opened;
            WorkerMain.log(opened.notes());
            outbound.add(new FromWorker.Listening(opened.addresses()));
        } catch (SimulatorException e) {
            Failure failure =
                    new Failure.LocalProblem(
                            String.valueOf(e.getMessage()),
                            "Choose other ports or addresses, and look at the recording.");
            outbound.add(new FromWorker.Done(Optional.of(failure)));
        }
    }

    void stop() {
        if (simulator != null) {
            simulator.close();
        }
        outbound.add(new FromWorker.Done(Optional.empty()));
    }
}
