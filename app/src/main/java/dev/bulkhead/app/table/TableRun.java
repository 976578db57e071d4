package dev.bulkhead.app.table;

import dev.bulkhead.app.query.JobProgress;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a table: its grid, its job and how that is doing. Any thread. */
final class TableRun {
    private final TableGrid grid;
    private final JobProgress progress;
    private volatile @Nullable JobHandle handle;

    TableRun(TableGrid grid, Instant begun) {
        this.grid = grid;
        progress = new JobProgress(begun);
    }

    TableGrid grid() {
        return grid;
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

    void on(JobEvent event) {
        progress.on(event);
        if (event instanceof JobEvent.Samples samples) {
            samples.samples().forEach(grid::take);
        }
    }
}
