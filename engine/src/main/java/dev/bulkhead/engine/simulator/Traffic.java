package dev.bulkhead.engine.simulator;

/**
 * Octets that flow: a steady part, a slow swing of minutes and a quick one of seconds.
 *
 * @param floorPerTick the steady part, in octets a tick
 */
record Traffic(long floorPerTick, Swing slow, Swing quick) {
    /**
     * Traffic around {@code kilobytesPerSecond}, moving with periods that differ by {@code key}.
     */
    static Traffic around(long kilobytesPerSecond, int key) {
        long floor = kilobytesPerSecond * 1000 / DeviceClock.TICKS_PER_SECOND;
        return new Traffic(
                floor,
                new Swing(floor, 24_000 + 2_600L * (key % 11)),
                new Swing(floor / 4, 1_800 + 260L * (key % 7)));
    }

    /** Octets after this many ticks of flow. */
    long octets(long ticks) {
        return floorPerTick * ticks + slow.total(ticks) + quick.total(ticks);
    }

    /** Octets a second at a tick. */
    long perSecond(long tick) {
        return DeviceClock.TICKS_PER_SECOND * floorPerTick
                + slow.perSecond(tick)
                + quick.perSecond(tick);
    }
}
