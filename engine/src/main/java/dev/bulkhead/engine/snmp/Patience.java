package dev.bulkhead.engine.snmp;

import java.time.Duration;

/** What a connection is at, and until when it may be. On the loop's thread. */
final class Patience {
    /** What a connection can be at. */
    enum State {
        /** The handshake of TLS or DTLS. */
        OPENING,
        /** Nothing: the next message may be long in coming. */
        BETWEEN_MESSAGES,
        WITHIN_A_MESSAGE
    }

    private final ConnectionLimits limits;
    private State state = State.OPENING;
    private long since = System.nanoTime();

    Patience(ConnectionLimits limits) {
        this.limits = limits;
    }

    State state() {
        return state;
    }

    /** The connection is open, or a whole message came. */
    void waitForMessage() {
        state = State.BETWEEN_MESSAGES;
        since = System.nanoTime();
    }

    /** A message has begun, or goes on: only its first octet counts. */
    void beginMessage() {
        if (state != State.WITHIN_A_MESSAGE) {
            state = State.WITHIN_A_MESSAGE;
            since = System.nanoTime();
        }
    }

    /** How long the state may last. */
    Duration most() {
        return switch (state) {
            case OPENING -> limits.opening();
            case BETWEEN_MESSAGES -> limits.idle();
            case WITHIN_A_MESSAGE -> limits.message();
        };
    }

    boolean isOver(long nanoTime) {
        return nanoTime - since > most().toNanos();
    }
}
