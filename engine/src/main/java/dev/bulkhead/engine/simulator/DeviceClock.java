package dev.bulkhead.engine.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * A device's up time in ticks of 10 ms, the unit of sysUpTime (RFC 3418).
 *
 * <p>All that a device counts is a function of the tick, and the tick stands still while one
 * request is answered: a rate taken from two answers by their sysUpTime is exactly the simulated
 * one.
 */
final class DeviceClock {
    static final long TICKS_PER_SECOND = 100;
    private static final long NANOS_PER_TICK = 10_000_000;

    private final TimeSource source;
    private long bootNanos;
    private long tick;

    /** A clock that starts with the device up for {@code age} already. */
    DeviceClock(TimeSource source, Duration age) {
        this.source = source;
        bootNanos = source.nanos() - age.toNanos();
        advance();
    }

    /** Moves to the present and stays there until the next call. */
    void advance() {
        tick = (source.nanos() - bootNanos) / NANOS_PER_TICK;
    }

    /** The tick now, counted from the last boot. */
    long tick() {
        return tick;
    }

    /** The tick as TimeTicks shows it, modulo 2^32. */
    long timeTicks() {
        return tick & 0xFFFF_FFFFL;
    }

    /** Makes this tick the zero of a new boot. */
    void reboot() {
        bootNanos += tick * NANOS_PER_TICK;
        tick = 0;
    }

    /** Whether the device booted less than so long ago; asks the present, not the tick. */
    boolean bootedWithin(Duration time) {
        return source.nanos() - bootNanos < time.toNanos();
    }

    Instant timeOfDay() {
        return source.now();
    }
}
