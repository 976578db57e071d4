package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job that has begun. On the loop's thread. */
interface RunningJob {
    void start();

    /** Ends it now; {@link JobOutput#done} is called unless it was before. */
    void cancel();

    /** The values of one response. */
    static Sample sampleOf(List<VarBind> varBinds, long roundTripNanos) {
        return new Sample(
                0,
                0,
                Instant.now(),
                Duration.ofNanos(roundTripNanos),
                Optional.empty(),
                varBinds,
                Optional.empty());
    }

    /** An error response as a failure, with the name of the variable at fault if it says so. */
    static Failure failureOf(Agent agent, Reply.Answer answer, List<VarBind> asked) {
        int index = answer.errorIndex();
        boolean inRange = index >= 1 && index <= asked.size();
        return new Failure.ErrorResponse(
                agent.name(),
                answer.error(),
                index,
                inRange ? Optional.of(asked.get(index - 1).name()) : Optional.empty());
    }

    /** The target whose agent a job with one target asks. */
    static dev.bulkhead.engine.job.Target targetOf(JobSpec spec) {
        return switch (spec) {
            case JobSpec.Get get -> get.target();
            case JobSpec.Walk walk -> walk.target();
            case JobSpec.Table table -> table.target();
            case JobSpec.Set set -> set.target();
            case JobSpec.Poll poll -> throw new IllegalArgumentException("a poll has many targets");
            case JobSpec.Notify notify -> notify.target();
            case JobSpec.Listen listen ->
                    throw new IllegalArgumentException("a listener has no target");
            case JobSpec.Discover discover ->
                    throw new IllegalArgumentException("a sweep has many targets");
            case JobSpec.Doctor doctor -> doctor.target();
            case JobSpec.Simulate simulate ->
                    throw new IllegalArgumentException("a simulator has no target");
        };
    }
}
