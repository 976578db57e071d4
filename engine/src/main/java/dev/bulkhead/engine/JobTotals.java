package dev.bulkhead.engine;

import dev.bulkhead.engine.notification.ListenCounts;
import java.time.Duration;

/**
 * What a job did.
 *
 * @param varBinds values received
 * @param requests requests sent, retries not counted
 * @param timeouts requests that got no answer
 * @param elapsed from the first worker's start of the job to its end
 * @param listen what became of notifications
 */
public record JobTotals(
        long varBinds, long requests, long timeouts, Duration elapsed, ListenCounts listen) {}
