package dev.bulkhead.engine.wire;

/**
 * What a worker counted since its job began.
 *
 * @param requests sent, retries not counted
 * @param timeouts requests without an answer
 * @param retries requests sent again
 * @param varBinds values received
 */
public record Figures(long requests, long timeouts, long retries, long varBinds) {
    public static final Figures ZERO = new Figures(0, 0, 0, 0);

    public Figures plus(Figures other) {
        return new Figures(
                requests + other.requests,
                timeouts + other.timeouts,
                retries + other.retries,
                varBinds + other.varBinds);
    }
}
