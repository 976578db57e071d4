package dev.bulkhead.mibs.input;

/** Tells long work that nobody waits for it any more; asked often, from any thread. */
@FunctionalInterface
public interface Cancellation {
    /** Work that is never cancelled; no lambda, whose first one costs a start 20 ms. */
    Cancellation NEVER =
            new Cancellation() {
                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /** Whether to stop soon. */
    boolean isCancelled();
}
