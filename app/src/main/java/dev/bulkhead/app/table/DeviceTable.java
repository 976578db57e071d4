package dev.bulkhead.app.table;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.Examination;
import dev.bulkhead.app.query.JobProgress;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One device of a table: its rows, and the reading that goes on or was the last. There is one at a
 * time: while it goes on no other begins, so a slow device never piles up jobs.
 *
 * <p>Concurrency: commands come from JavaFX's thread, events from an engine thread.
 */
final class DeviceTable {
    private static final Duration TROUBLE_SHOWN = Duration.ofSeconds(60);

    private final JobStarter jobs;
    private final InstantSource clock;
    private final GridDevice device;
    private final TableShape shape;
    private final TableGrid grid;
    private final Runnable changed;
    private TableRun run;

    /** The reading before, as long as it says more than the one that has just begun. */
    private Optional<TableRun> before = Optional.empty();

    private boolean begun;
    private Optional<JobProgress> trouble = Optional.empty();
    private Optional<Examination> examination = Optional.empty();

    /**
     * A device that was not read yet.
     *
     * @param changed is run on an engine thread whenever something came
     */
    DeviceTable(
            JobStarter jobs,
            InstantSource clock,
            TableShape shape,
            GridDevice device,
            Runnable changed) {
        this.jobs = jobs;
        this.clock = clock;
        this.shape = shape;
        this.device = device;
        this.changed = changed;
        grid = new TableGrid(shape, device, clock);
        run = new TableRun(grid, clock.instant());
    }

    GridDevice device() {
        return device;
    }

    TableGrid grid() {
        return grid;
    }

    /** The reading that goes on, or the last one. */
    TableRun run() {
        return run;
    }

    JobProgress progress() {
        return run.progress();
    }

    boolean isReading() {
        return begun && !progress().state().isOver();
    }

    /** Reads the table anew unless that is going on, as if for the first time; whether it began. */
    boolean read() {
        if (isReading()) {
            return false;
        }
        before = Optional.empty();
        examination.ifPresent(Examination::cancel);
        examination = Optional.empty();
        submit();
        return true;
    }

    private void submit() {
        begun = true;
        grid.begin();
        TableRun fresh = new TableRun(grid, clock.instant());
        run = fresh;
        JobSpec spec = new JobSpec.Table(device.target(), shape.asked(), WalkOptions.DEFAULT, true);
        fresh.submitted(
                jobs.submit(
                        spec,
                        event -> {
                            fresh.on(event);
                            changed.run();
                        }));
    }

    /** Reads it if the last reading is over and began a period ago. */
    void readIfDue(Duration period, Instant now) {
        boolean due = !begun || !run.progress().begun().plus(period).isAfter(now);
        if (due && !isReading()) {
            before = Optional.of(run);
            submit();
        }
    }

    /** The reading that tells how the device is: the last one, until the next has something. */
    private TableRun telling() {
        return isReading() ? before.orElse(run) : run;
    }

    /** Ends the reading; what has come stays. Whether there was one. */
    boolean cancel() {
        boolean going = isReading();
        run.handle().ifPresent(JobHandle::cancel);
        return going;
    }

    /** Why the last reading did not come to its end. */
    Optional<Failure> failure() {
        return telling().progress().failure();
    }

    /** Whether a row was not in the last reading, which is over or has not come so far. */
    boolean isOld(GridRow row) {
        JobProgress last = telling().progress();
        boolean failed = last.state() == JobProgress.State.FAILED;
        return row.gone().isEmpty() && failed && row.readAt().isBefore(last.begun());
    }

    /** Why there is nothing at all; empty while there are rows or hope. */
    Optional<Failure> silence() {
        boolean over = telling().progress().state().isOver();
        return grid.size() == 0 && over ? failure() : Optional.empty();
    }

    /** Whether the device has answered and has no rows. */
    boolean isEmpty() {
        return begun
                && grid.size() == 0
                && telling().progress().state() == JobProgress.State.FINISHED
                && failure().isEmpty();
    }

    /** The reading whose worker was lost lately: told for a while, since another follows soon. */
    Optional<JobProgress> trouble(Instant now) {
        if (!progress().notices().isEmpty()) {
            trouble = Optional.of(progress());
        }
        return trouble.filter(of -> of.notices().getLast().time().plus(TROUBLE_SHOWN).isAfter(now));
    }

    /** Lets the doctor find out why there was no answer, once until it is read by hand. */
    void examine() {
        boolean due =
                examination.isEmpty()
                        && silence()
                                .filter(why -> Examination.helps(device.target(), why))
                                .isPresent();
        if (due) {
            examination = Optional.of(Examination.start(jobs, device.target(), changed));
        }
    }

    Optional<Examination> examination() {
        return examination;
    }

    void close() {
        run.abandon();
        examination.ifPresent(Examination::cancel);
    }
}
