package dev.bulkhead.engine.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only moves when a test moves it. */
final class HandClock implements TimeSource {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-04T05:06:07.8Z").plusNanos(nanos.get());
    }

    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
