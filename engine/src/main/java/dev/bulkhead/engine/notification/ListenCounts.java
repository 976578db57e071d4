package dev.bulkhead.engine.notification;

/**
 * What became of all that came to a notification listener: {@code received} is the sum of what was
 * given out and of what follows it up to {@code droppedByQueue}.
 *
 * @param received messages read
 * @param refusedBy no notifications, or of senders unknown
 * @param overLimit beyond what one source may send in a second
 * @param droppedByQueue for want of space, while the listener's reader was slow
 * @param droppedByKernel datagrams that never came, for want of space in the socket's buffer; 0
 *     where the system does not tell
 * @param sessionsRefused connections of TCP and sessions of TLS and DTLS that were not let in: too
 *     many, without a certificate that is trusted, or with a handshake that came to nothing
 */
public record ListenCounts(
        long received,
        RefusedMessages refusedBy,
        long overLimit,
        long droppedByQueue,
        long droppedByKernel,
        long sessionsRefused) {
    public static final ListenCounts ZERO = new ListenCounts(0, RefusedMessages.NONE, 0, 0, 0, 0);

    /** All messages that were refused. */
    public long refused() {
        return refusedBy.total();
    }

    /** All notifications that were lost. */
    public long lost() {
        return overLimit + droppedByQueue + droppedByKernel;
    }

    public ListenCounts plus(ListenCounts other) {
        return new ListenCounts(
                received + other.received,
                refusedBy.plus(other.refusedBy),
                overLimit + other.overLimit,
                droppedByQueue + other.droppedByQueue,
                droppedByKernel + other.droppedByKernel,
                sessionsRefused + other.sessionsRefused);
    }
}
