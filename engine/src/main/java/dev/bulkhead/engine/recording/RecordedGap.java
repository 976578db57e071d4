package dev.bulkhead.engine.recording;

import java.time.Duration;

/** A reading that failed, at this time from the recording's start, and why, in words. */
public record RecordedGap(Duration offset, String reason) {}
