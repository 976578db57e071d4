package dev.bulkhead.app.notification;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs a job that sends one notification, and tells how it ended. */
final class OneJob {
    private OneJob() {}

    /**
     * Starts it.
     *
     * @param ended why it failed, or nothing; on the job's thread
     */
    static JobHandle run(JobStarter jobs, JobSpec.Notify spec, Consumer<Optional<Failure>> ended) {
        AtomicReference<Optional<Failure>> told = new AtomicReference<>(Optional.empty());
        return jobs.submit(
                spec,
                event -> {
                    switch (event) {
                        case JobEvent.Samples samples ->
                                samples.samples().stream()
                                        .map(Sample::failure)
                                        .flatMap(Optional::stream)
                                        .forEach(failure -> told.set(Optional.of(failure)));
                        case JobEvent.Failed failed -> ended.accept(Optional.of(failed.failure()));
                        case JobEvent.Finished _ -> ended.accept(told.get());
                        default -> {}
                    }
                });
    }
}
