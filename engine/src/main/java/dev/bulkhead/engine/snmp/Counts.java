package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.StrayCounts;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a job has done so far. Written by the loop, read by any thread. */
public final class Counts {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong timeouts = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong varBinds = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong wrongKind = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    private volatile Consumer<String> log = line -> {};

    private volatile Supplier<ListenCounts> listen = () -> ListenCounts.ZERO;

    void listensBy(Supplier<ListenCounts> counts) {
        listen = counts;
    }

    /** What became of notifications. Asks the system. */
    public ListenCounts listenCounts() {
        return listen.get();
    }

    /** Whom to tell what a job's owner may want to read, a line each; on the loop's thread. */
    public void logTo(Consumer<String> lines) {
        log = lines;
    }

    void log(String line) {
        log.accept(line);
    }

    void request() {
        increase(requests, 1);
    }

    void timeout() {
        increase(timeouts, 1);
    }

    void retry() {
        increase(retries, 1);
    }

    void varBinds(int more) {
        increase(varBinds, more);
    }

    void stale() {
        increase(stale, 1);
    }

    void foreign() {
        increase(foreign, 1);
    }

    void wrongKind() {
        increase(wrongKind, 1);
    }

    void malformed() {
        increase(malformed, 1);
    }

    /** One writer, so no locked instruction is needed. */
    private static void increase(AtomicLong counter, long more) {
        counter.setRelease(counter.getPlain() + more);
    }

    /** Requests sent, retries not counted. */
    public long requestCount() {
        return requests.getAcquire();
    }

    /** Requests without an answer. */
    public long timeoutCount() {
        return timeouts.getAcquire();
    }

    /** Requests sent again. */
    public long retryCount() {
        return retries.getAcquire();
    }

    /** Messages received that answered nothing. */
    public StrayCounts strays() {
        return new StrayCounts(
                stale.getAcquire(),
                foreign.getAcquire(),
                wrongKind.getAcquire(),
                malformed.getAcquire());
    }

    /** Messages so far that nobody asked for. */
    long strayCount() {
        return stale.get() + foreign.get() + wrongKind.get() + malformed.get();
    }

    /** Values received. */
    public long varBindCount() {
        return varBinds.getAcquire();
    }
}
