package dev.bulkhead.app.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happened of late, for charts to mark. Whoever learns of something adds it; any thread.
 *
 * <p>Limits: the newest {@value #MOST}. The same thing told again within {@value #SAME_MILLIS} ms,
 * as by each row of one agent, is one mark, unless {@value #LOOKED_AT} others came between.
 */
public final class ChartMarks {
    private static final int MOST = 2_000;
    private static final long SAME_MILLIS = 5_000;
    private static final int LOOKED_AT = 200;

    private final Deque<ChartMark> marks = new ArrayDeque<>();
    private long version;
    private PastMarks past = PastMarks.NONE;

    /** What happened before these is marked, too, from now on. */
    public synchronized void past(PastMarks earlier) {
        past = earlier;
        version++;
    }

    /**
     * Adds a mark; they need not come in order.
     *
     * @return whether it is news
     */
    public synchronized boolean add(ChartMark mark) {
        if (isKnown(mark)) {
            return false;
        }
        marks.addLast(mark);
        if (marks.size() > MOST) {
            marks.removeFirst();
        }
        version++;
        return true;
    }

    private boolean isKnown(ChartMark mark) {
        Iterator<ChartMark> newestFirst = marks.descendingIterator();
        for (int i = 0; i < LOOKED_AT && newestFirst.hasNext(); i++) {
            ChartMark each = newestFirst.next();
            boolean same =
                    each.kind() == mark.kind()
                            && each.target().equals(mark.target())
                            && each.text().equals(mark.text());
            if (same && Math.abs(each.timeMillis() - mark.timeMillis()) < SAME_MILLIS) {
                return true;
            }
        }
        return false;
    }

    /** Changes whenever a mark is added. */
    public synchronized long version() {
        return version + past.version();
    }

    /** Those in a stretch of time that concern one of these targets, oldest first. */
    public synchronized List<ChartMark> between(
            long fromMillis, long toMillis, Set<String> targets) {
        List<ChartMark> found = new ArrayList<>();
        Consumer<ChartMark> take =
                mark -> {
                    boolean inTime =
                            mark.timeMillis() >= fromMillis && mark.timeMillis() <= toMillis;
                    if (inTime && (mark.target().isEmpty() || targets.contains(mark.target()))) {
                        found.add(mark);
                    }
                };
        past.all().forEach(take);
        marks.forEach(take);
        found.sort(Comparator.comparingLong(ChartMark::timeMillis));
        return found;
    }
}
