package dev.bulkhead.engine.notification;

/**
 * What became of all that came to a notification listener: {@code received} is the sum of what was
 * given out and of all that follows but {@code droppedByKernel}, which never came.
 *
 * @param received datagrams read
 * @param refused no notifications, or of senders unknown: malformed, wrong user, digest or time
 * @param overLimit beyond what one source may send in a second
 * @param droppedByQueue for want of space, while the listener's reader was slow
 * @param droppedByKernel for want of space in the socket's buffer; 0 where the system does not tell
 */
public record ListenCounts(
        long received, long refused, long overLimit, long droppedByQueue, long droppedByKernel) {
    public static final ListenCounts ZERO = new ListenCounts(0, 0, 0, 0, 0);

    /** All that was lost. */
    public long lost() {
        return overLimit + droppedByQueue + droppedByKernel;
    }

    public ListenCounts plus(ListenCounts other) {
        return new ListenCounts(
                received + other.received,
                refused + other.refused,
                overLimit + other.overLimit,
                droppedByQueue + other.droppedByQueue,
                droppedByKernel + other.droppedByKernel);
    }
}
