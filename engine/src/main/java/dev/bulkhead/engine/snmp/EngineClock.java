package dev.bulkhead.engine.snmp;

import java.time.Duration;

/**
 * What an authoritative engine said of its boots and time (RFC 3414 §2.2), and when.
 *
 * @param timeSeconds since its last boot
 * @param atNanos by our monotonic clock
 */
record EngineClock(long boots, long timeSeconds, long atNanos) {
    /** Rounding at both ends, and some drift. */
    private static final long SLACK_SECONDS = 5;

    /** Whether it said nothing: an engine may keep its clock to itself in a discovery. */
    boolean isUntold() {
        return boots == 0 && timeSeconds == 0;
    }

    /** Whether one clock can have shown this and, later, that; it may have booted once between. */
    boolean agreesWith(EngineClock later) {
        long elapsed = Duration.ofNanos(later.atNanos - atNanos).toSeconds();
        if (later.boots == boots) {
            return Math.abs(later.timeSeconds - timeSeconds - elapsed) <= SLACK_SECONDS;
        }
        return later.boots == boots + 1 && later.timeSeconds <= elapsed + SLACK_SECONDS;
    }
}
