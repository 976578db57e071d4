package dev.bulkhead.app.history;

import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/** How far long work with a history has come, and whether it shall go on. Any thread. */
public final class Effort {
    private volatile double share = Double.NaN;
    private volatile boolean cancelled;

    /** How much is done, from 0 to 1; empty where nobody knows. */
    public OptionalDouble share() {
        double now = share;
        return Double.isNaN(now) ? OptionalDouble.empty() : OptionalDouble.of(now);
    }

    /** Ends the work soon. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * The work has come so far.
     *
     * @throws CancellationException if it shall not go on
     */
    void reached(double newShare) {
        share = Math.clamp(newShare, 0, 1);
        goOn();
    }

    void goOn() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
