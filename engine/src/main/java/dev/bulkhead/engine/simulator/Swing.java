package dev.bulkhead.engine.simulator;

/**
 * A rate that rises evenly from zero to a peak and falls back, again and again.
 *
 * <p>Its integral is a closed form in integers, so a counter built on it is exact at any tick,
 * needs no state and never runs backwards.
 *
 * @param peakPerTick the rate at its highest, in units a tick
 * @param periodTicks from one zero to the next, in ticks; even
 */
record Swing(long peakPerTick, long periodTicks) {
    Swing {
        if (peakPerTick < 0 || periodTicks < 2 || periodTicks % 2 != 0) {
            throw new IllegalArgumentException("no swing of " + peakPerTick + " in " + periodTicks);
        }
    }

    /** What has come together in the first {@code ticks} ticks. */
    long total(long ticks) {
        long half = periodTicks / 2;
        long periods = ticks / periodTicks;
        long into = ticks % periodTicks;
        long left = periodTicks - into;
        // Twice the area under the triangle so far, one full period being 2 * half * half.
        long area = into <= half ? into * into : 2 * half * half - left * left;
        return peakPerTick * periods * half + peakPerTick * area / (2 * half);
    }

    /** The rate at a tick, in units a second. */
    long perSecond(long tick) {
        return DeviceClock.TICKS_PER_SECOND * peakPerTick * height(tick) / (periodTicks / 2);
    }

    /** Where the triangle stands, 0 to half the period. */
    private long height(long tick) {
        long into = tick % periodTicks;
        return Math.min(into, periodTicks - into);
    }

    /** A gauge between two values that moves as this swing does. */
    static long between(long low, long high, long periodTicks, long tick) {
        Swing swing = new Swing(1, periodTicks);
        return low + (high - low) * swing.height(tick) / (periodTicks / 2);
    }
}
