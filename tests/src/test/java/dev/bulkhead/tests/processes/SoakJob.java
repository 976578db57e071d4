package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.WorkerStatus;
import dev.bulkhead.engine.job.JobSpec;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A poll of a long run, and what became of its rounds. Any thread, but for the start. */
final class SoakJob {
    private final String name;
    private final JobSpec.Poll poll;
    private final boolean dies;
    private final DueRounds rounds;
    private final List<ExitReason> deaths = new CopyOnWriteArrayList<>();
    private volatile boolean hasBegun;
    private volatile Optional<String> end = Optional.empty();
    private Optional<JobHandle> handle = Optional.empty();
    private int kills;

    /**
     * A job.
     *
     * @param dies whether its worker may be killed
     */
    SoakJob(String name, JobSpec.Poll poll, boolean dies) {
        this.name = name;
        this.poll = poll;
        this.dies = dies;
        this.rounds = new DueRounds(poll);
    }

    void start(Engine engine) {
        handle = Optional.of(engine.submit(poll, this::take));
    }

    private void take(JobEvent event) {
        rounds.take(event);
        switch (event) {
            case JobEvent.Samples some -> hasBegun = true;
            case JobEvent.Restarting death -> deaths.add(death.reason());
            case JobEvent.Finished finished -> end = Optional.of("Finished");
            case JobEvent.Failed failed -> end = Optional.of(failed.failure().message());
            default -> {
                // The rounds know.
            }
        }
    }

    String name() {
        return name;
    }

    DueRounds rounds() {
        return rounds;
    }

    boolean dies() {
        return dies;
    }

    boolean hasBegun() {
        return hasBegun;
    }

    boolean isDone() {
        return handle.orElseThrow().isDone();
    }

    /** How it ended, if it has. */
    Optional<String> end() {
        return end;
    }

    int kills() {
        return kills;
    }

    /** On a machine that is busy with other things a worker may seem to hang, which is no fault. */
    void assertDiedOfNothingElse() {
        assertThat(deaths)
                .as(name)
                .filteredOn(reason -> reason != ExitReason.HUNG)
                .isEqualTo(Collections.nCopies(kills, ExitReason.KILLED));
    }

    Optional<Long> worker() {
        return handle.flatMap(JobHandle::worker).map(WorkerStatus::pid);
    }

    /** Kills its worker as a system that is out of memory would. */
    void kill() throws IOException, InterruptedException {
        Optional<Long> pid = worker();
        if (pid.isPresent()) {
            new ProcessBuilder("kill", "-9", pid.get().toString()).start().waitFor();
            kills++;
        }
    }
}
