package dev.bulkhead.app.table;

import dev.bulkhead.app.query.JobProgress;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a table: its job and how that is doing. Any thread. */
final class TableRun {
    private final TableGrid grid;
    private final JobProgress progress;
    private volatile @Nullable JobHandle handle;
    private volatile boolean abandoned;

    TableRun(TableGrid grid, Instant begun) {
        this.grid = grid;
        progress = new JobProgress(begun);
    }

    JobProgress progress() {
        return progress;
    }

    Optional<JobHandle> handle() {
        return Optional.ofNullable(handle);
    }

    void submitted(JobHandle submitted) {
        handle = submitted;
    }

    /** What its job still says is not listened to. */
    void abandon() {
        abandoned = true;
        handle().ifPresent(JobHandle::cancel);
    }

    void on(JobEvent event) {
        if (abandoned) {
            return;
        }
        progress.on(event);
        switch (event) {
            case JobEvent.Samples samples -> samples.samples().forEach(grid::take);
            case JobEvent.Finished finished when !finished.cancelled() -> grid.endWhole();
            case JobEvent.Failed failed -> grid.gap(failed.failure().message());
            default -> {}
        }
    }
}
