package dev.bulkhead.engine.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When a recorded device gave nothing: each gap of a recording as a stretch of time from its start.
 *
 * <p>A gap is noted when a reading had failed, after all waiting; who asks at the recording's pace
 * shall miss the same readings. So the silence begins three quarters of a period after the reading
 * before it, or with the gap, whichever is earlier, and ends with the next reading; or with the
 * recording, where there is none.
 */
public final class Silences {
    private final List<Stretch> stretches;

    /** From the first moment without an answer to the first with one. */
    private record Stretch(Duration from, Duration to) {}

    private Silences(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** Those of a recording. */
    public static Silences of(RecordingIndex index) {
        List<Stretch> stretches = new ArrayList<>();
        Duration end = Duration.ZERO;
        for (RecordedGap gap : index.gaps()) {
            if (gap.offset().compareTo(end) >= 0) {
                Stretch stretch = around(index, gap);
                stretches.add(stretch);
                end = stretch.to();
            }
        }
        return new Silences(stretches);
    }

    private static Stretch around(RecordingIndex index, RecordedGap gap) {
        List<RecordedPass> passes = index.passes();
        int before = index.passAt(gap.offset());
        boolean isFirst = passes.get(before).offset().compareTo(gap.offset()) > 0;
        if (isFirst) {
            return new Stretch(Duration.ZERO, passes.get(before).offset());
        }
        RecordedPass last = passes.get(before);
        Duration due = last.offset().plus(index.head().every().multipliedBy(3).dividedBy(4));
        Duration answered = last.offset().plus(last.took());
        Duration from = earlier(gap.offset(), answered.compareTo(due) > 0 ? answered : due);
        boolean isLast = before == passes.size() - 1;
        Duration to = isLast ? index.length() : passes.get(before + 1).offset();
        return new Stretch(index.head().every().isZero() ? gap.offset() : from, to);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether the device gave nothing at a time from the recording's start. */
    public boolean at(Duration offset) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Stretch stretch = stretches.get(middle);
            if (offset.compareTo(stretch.from()) < 0) {
                high = middle - 1;
            } else if (offset.compareTo(stretch.to()) >= 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
