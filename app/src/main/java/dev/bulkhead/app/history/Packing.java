package dev.bulkhead.app.history;

/** Packs spans into longer ones of equal length. */
final class Packing {
    private final Spans into;
    private final long length;
    private long start;
    private int count;
    private double min;
    private double max;
    private double sum;
    private double last;

    Packing(Spans into, long length) {
        this.into = into;
        this.length = length;
    }

    /** Appends all of these, which are in order. */
    void addAll(Spans spans) {
        for (int i = 0; i < spans.size(); i++) {
            long itsStart = RollUp.floor(spans.time(i), length);
            if (count > 0 && itsStart != start) {
                close();
            }
            boolean first = count == 0;
            start = itsStart;
            min = first ? spans.min(i) : Math.min(min, spans.min(i));
            max = first ? spans.max(i) : Math.max(max, spans.max(i));
            sum = (first ? 0 : sum) + spans.average(i) * spans.count(i);
            last = spans.last(i);
            count += spans.count(i);
        }
        close();
    }

    private void close() {
        if (count > 0) {
            into.add(start, count, min, max, sum / count, last);
            count = 0;
        }
    }
}
