package dev.bulkhead.app.history;

/** A series that is written now; made by {@link HistoryWriter#series}. Any thread. */
public final class RecordedSeries {
    private final SeriesKey key;
    private boolean losing;
    private long lostSince;
    private String lostReason = "";

    /** Whether a value of it was committed by this process; the writer's thread. */
    private boolean begun;

    RecordedSeries(SeriesKey key) {
        this.key = key;
    }

    public SeriesKey key() {
        return key;
    }

    /** A value found no room in the queue. */
    synchronized void lose(long time, String reason) {
        if (!losing) {
            losing = true;
            lostSince = time;
            lostReason = reason;
        }
    }

    synchronized boolean isLosing() {
        return losing;
    }

    /** What stands in the place of the lost values. */
    synchronized Entry.Gap lostGap(long until) {
        return new Entry.Gap(this, lostSince, until, lostReason);
    }

    synchronized void loseNoMore() {
        losing = false;
    }

    boolean isBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }
}
