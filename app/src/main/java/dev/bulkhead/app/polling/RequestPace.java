package dev.bulkhead.app.polling;

import java.util.ArrayDeque;
import java.util.Deque;

/** Requests a second, over the last ten seconds or so, from a total that is looked at often. */
final class RequestPace {
    private static final long LENGTH_MILLIS = 10_000;

    private final Deque<long[]> looks = new ArrayDeque<>();

    /** The total now. One that fell, because a job ended, begins anew. */
    void look(long nowMillis, long total) {
        if (!looks.isEmpty() && total < looks.getLast()[1]) {
            looks.clear();
        }
        looks.addLast(new long[] {nowMillis, total});
        while (looks.size() > 2 && nowMillis - looks.getFirst()[0] > LENGTH_MILLIS) {
            looks.removeFirst();
        }
    }

    /** NaN as long as there is nothing to compare. */
    double perSecond() {
        if (looks.size() < 2) {
            return Double.NaN;
        }
        long millis = looks.getLast()[0] - looks.getFirst()[0];
        long requests = looks.getLast()[1] - looks.getFirst()[1];
        return millis < 1_000 ? Double.NaN : requests * 1_000.0 / millis;
    }
}
