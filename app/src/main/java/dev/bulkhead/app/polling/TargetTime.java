package dev.bulkhead.app.polling;

import java.time.Duration;

/**
 * How long a target takes to answer.
 *
 * @param label what the user calls it
 * @param roundTrip of late; zero before the first answer
 * @param answers rounds it answered
 * @param timeouts rounds it did not answer
 * @param isSilent whether it did not answer the last round
 */
public record TargetTime(
        String label, Duration roundTrip, long answers, long timeouts, boolean isSilent) {}
