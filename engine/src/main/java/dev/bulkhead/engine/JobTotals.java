package dev.bulkhead.engine;

import java.time.Duration;

/**
 * What a job did.
 *
 * @param varBinds values received
 * @param requests requests sent, retries not counted
 * @param timeouts requests that got no answer
 * @param elapsed from the first worker's start of the job to its end
 */
public record JobTotals(long varBinds, long requests, long timeouts, Duration elapsed) {}
