package dev.bulkhead.app.past;

import dev.bulkhead.app.history.StoredSeries;

/** A line of the History page; its numbers change while it stands. JavaFX's thread. */
public final class SeriesRow {
    private StoredSeries now;

    SeriesRow(StoredSeries now) {
        this.now = now;
    }

    /** The series as it was read last. */
    StoredSeries now() {
        return now;
    }

    void update(StoredSeries newer) {
        now = newer;
    }
}
