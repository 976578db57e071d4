package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;

/** Counts what one unpacking used of its limits, at all levels of nesting together. */
final class Budget {
    private final ArchiveLimits limits;
    private final Cancellation cancellation;
    private final long deadlineNanos;
    private long written;
    private long inflated;
    private int entries;

    Budget(ArchiveLimits limits, Cancellation cancellation) {
        this.limits = limits;
        this.cancellation = cancellation;
        this.deadlineNanos = System.nanoTime() + limits.time().toNanos();
    }

    ArchiveLimits limits() {
        return limits;
    }

    /** One more entry. */
    void entry() throws EntryRefusedException {
        check();
        if (++entries > limits.entries()) {
            throw new EntryRefusedException(Reason.MANY_ENTRIES);
        }
    }

    /** These bytes are about to be written. */
    void write(int bytes) throws EntryRefusedException {
        check();
        written += bytes;
        if (written > limits.totalBytes()) {
            throw new EntryRefusedException(Reason.LARGE_TOTAL);
        }
    }

    /** These bytes came out of a decompressor, whether they are kept or not. */
    void inflate(int bytes) throws EntryRefusedException {
        check();
        inflated += bytes;
        if (inflated / 2 > limits.totalBytes()) {
            throw new EntryRefusedException(Reason.LARGE_TOTAL);
        }
    }

    /** Whether there is time left and somebody waits. */
    void check() throws EntryRefusedException {
        if (cancellation.isCancelled()) {
            throw new EntryRefusedException(Reason.CANCELLED);
        }
        if (System.nanoTime() - deadlineNanos >= 0) {
            throw new EntryRefusedException(Reason.TIME);
        }
    }
}
