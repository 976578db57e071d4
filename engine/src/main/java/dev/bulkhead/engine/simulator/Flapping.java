package dev.bulkhead.engine.simulator;

/**
 * A link that is up for three quarters of each period and down for the rest.
 *
 * @param periodTicks the period; 0 for a link that stays up
 */
record Flapping(long periodTicks) {
    static final Flapping NONE = new Flapping(0);

    static Flapping everySeconds(long seconds) {
        return new Flapping(seconds * DeviceClock.TICKS_PER_SECOND);
    }

    private long upPart() {
        return periodTicks * 3 / 4;
    }

    /** How many of the first {@code ticks} ticks the link was up. */
    long upTicks(long ticks) {
        if (periodTicks == 0) {
            return ticks;
        }
        return ticks / periodTicks * upPart() + Math.min(ticks % periodTicks, upPart());
    }

    boolean isUp(long tick) {
        return periodTicks == 0 || tick % periodTicks < upPart();
    }

    /** How often the link has gone up or down by now. */
    long changes(long tick) {
        return periodTicks == 0 ? 0 : tick / periodTicks * 2 + (isUp(tick) ? 0 : 1);
    }

    /** When it last went up or down; 0 if it never did. */
    long lastChange(long tick) {
        if (periodTicks == 0) {
            return 0;
        }
        long start = tick / periodTicks * periodTicks;
        return isUp(tick) ? start : start + upPart();
    }
}
