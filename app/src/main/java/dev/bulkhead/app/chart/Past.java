package dev.bulkhead.app.chart;

import java.util.List;

/** What was measured of a series before its memory begins. Any thread. */
public interface Past {
    /** No past. */
    Past NONE =
            new Past() {
                @Override
                public long version() {
                    return 0;
                }

                @Override
                public Stretch look(long fromMillis, long toMillis, long lengthMillis) {
                    return Stretch.NOTHING;
                }
            };

    /** Changes whenever there is something new to see. */
    long version();

    /**
     * What is known of a stretch of time. Never waits: what has to be read first is there when
     * {@link #version} has changed.
     *
     * @param lengthMillis how much is shown in all, which says how finely
     */
    Stretch look(long fromMillis, long toMillis, long lengthMillis);

    /**
     * Spans in order of time; NaN as mean marks a break of the line.
     *
     * @param times when each begins, milliseconds since 1970
     * @param counts how many values each stands for
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, and never changed after that
    record Stretch(
            long[] times,
            double[] mins,
            double[] maxs,
            double[] means,
            int[] counts,
            List<Gap> gaps) {
        /** Nothing is known. */
        public static final Stretch NOTHING =
                new Stretch(
                        new long[0],
                        new double[0],
                        new double[0],
                        new double[0],
                        new int[0],
                        List.of());

        public Stretch {
            gaps = List.copyOf(gaps);
        }

        int size() {
            return times.length;
        }
    }
}
