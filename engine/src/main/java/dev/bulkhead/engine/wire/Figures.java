package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.notification.ListenCounts;

/**
 * What a worker counted since its job began.
 *
 * @param requests sent, retries not counted
 * @param timeouts requests without an answer
 * @param retries requests sent again
 * @param varBinds values received
 * @param listen what became of notifications
 */
public record Figures(
        long requests, long timeouts, long retries, long varBinds, ListenCounts listen) {
    public static final Figures ZERO = new Figures(0, 0, 0, 0, ListenCounts.ZERO);

    public Figures plus(Figures other) {
        return new Figures(
                requests + other.requests,
                timeouts + other.timeouts,
                retries + other.retries,
                varBinds + other.varBinds,
                listen.plus(other.listen));
    }
}
