package dev.bulkhead.app.polling;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import java.util.function.Consumer;

/** Starts jobs; {@code engine::submit}. */
@FunctionalInterface
public interface JobStarter {
    JobHandle submit(JobSpec spec, Consumer<JobEvent> listener);
}
