package dev.bulkhead.app.chart;

import java.time.InstantSource;
import java.util.List;

/** What a chart shows: its lines, its window of time, whether it is paused. JavaFX's thread. */
public final class ChartViewModel {
    public ChartViewModel(InstantSource clock) {}

    /** Adds lines; those already shown stay as they are. */
    public void chart(List<ChartLine> lines) {}
}
