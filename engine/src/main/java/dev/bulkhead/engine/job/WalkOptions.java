package dev.bulkhead.engine.job;

import java.time.Duration;

/**
 * How a walk or table asks, and when it gives up.
 *
 * @param maxRepetitions rows asked for by one GETBULK; 0 to use GETNEXT only (v1 always does)
 * @param adaptive whether that is where to begin only: more are asked for while answers come whole,
 *     fewer again when larger ones get lost
 * @param strictOrder whether an OID that does not increase ends the walk (RFC 3416 §4.2.2); if not,
 *     as net-snmp's {@code -Cc}, it goes on until an OID repeats
 * @param maxVarBinds ends the walk after this many values; 0 for no limit
 * @param maxTime ends the walk after this long; zero for no limit
 */
public record WalkOptions(
        int maxRepetitions,
        boolean adaptive,
        boolean strictOrder,
        long maxVarBinds,
        Duration maxTime) {
    /** GETBULK of 25 rows at first, strict, at most 10 million values and no time limit. */
    public static final WalkOptions DEFAULT =
            new WalkOptions(25, true, true, 10_000_000, Duration.ZERO);

    public WalkOptions {
        if (maxRepetitions < 0 || maxRepetitions > 65_535) {
            throw new IllegalArgumentException(maxRepetitions + " repetitions are not in 0..65535");
        }
        if (maxVarBinds < 0 || maxTime.isNegative()) {
            throw new IllegalArgumentException("a limit of a walk is negative");
        }
    }

    /** With as many repetitions as are given, always. */
    public WalkOptions(
            int maxRepetitions, boolean strictOrder, long maxVarBinds, Duration maxTime) {
        this(maxRepetitions, false, strictOrder, maxVarBinds, maxTime);
    }

    /** The same with another number of repetitions, always. */
    public WalkOptions withMaxRepetitions(int repetitions) {
        return new WalkOptions(repetitions, strictOrder, maxVarBinds, maxTime);
    }
}
