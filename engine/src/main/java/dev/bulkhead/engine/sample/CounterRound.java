package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A counter as one response had it.
 *
 * @param value a Counter32 or a Counter64
 * @param ticks sysUpTime of the same response, in hundredths of a second
 * @param received when it came, by our clock
 * @param discontinuity when the counter last began anew, in the agent's ticks, where it says so
 */
record CounterRound(SmiValue value, long ticks, Instant received, OptionalLong discontinuity) {
    private static final double TWO_32 = 0x1p32;
    private static final double TWO_64 = 0x1p64;

    boolean is64() {
        return value instanceof Counter64;
    }

    private long raw() {
        return switch (value) {
            case Counter32(long count) -> count;
            case Counter64(long count) -> count;
            default -> throw new IllegalStateException(value + " is no counter");
        };
    }

    /** The count, read as unsigned. */
    double count() {
        return unsigned(raw());
    }

    /** Where the counter begins again from 0. */
    double range() {
        return is64() ? TWO_64 : TWO_32;
    }

    /** Whether it counts less than another. */
    boolean isBelow(CounterRound other) {
        return Long.compareUnsigned(raw(), other.raw()) < 0;
    }

    /** What was counted since another round, if the counter passed its end at most once. */
    double grownSince(CounterRound before) {
        long grown = raw() - before.raw();
        return is64() ? unsigned(grown) : grown < 0 ? grown + TWO_32 : grown;
    }

    /** Seconds of our clock since another round. */
    double hereSince(CounterRound before) {
        return Duration.between(before.received, received).toNanos() / 1e9;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + TWO_64;
    }
}
