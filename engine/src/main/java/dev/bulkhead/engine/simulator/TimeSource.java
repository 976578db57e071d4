package dev.bulkhead.engine.simulator;

import java.time.Instant;

/** Where simulated devices take their time from; tests give their own. */
interface TimeSource {
    /** The clocks of this machine. */
    TimeSource SYSTEM =
            new TimeSource() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public Instant now() {
                    return Instant.now();
                }
            };

    /** Nanoseconds that never run backwards, from an arbitrary origin. */
    long nanos();

    /** The time of day. */
    Instant now();
}
