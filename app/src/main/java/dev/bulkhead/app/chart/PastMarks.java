package dev.bulkhead.app.chart;

import java.util.List;

/** What happened before the memory begins. Any thread; never waits. */
public interface PastMarks {
    /** Nothing did. */
    PastMarks NONE =
            new PastMarks() {
                @Override
                public long version() {
                    return 0;
                }

                @Override
                public List<ChartMark> all() {
                    return List.of();
                }
            };

    /** Changes whenever there is something new to see. */
    long version();

    /** All that is known, oldest first; what has to be read first is there at another version. */
    List<ChartMark> all();
}
