package dev.bulkhead.engine.sample;

import java.time.Instant;

/**
 * Rounds that a poll did not make for one target while it made others'.
 *
 * @param target whose, by its place in the job's list
 * @param from when the first of them was due
 * @param to when the last of them was due
 * @param reason why, in words a user can read
 */
public record MissedRounds(int target, Instant from, Instant to, String reason) {}
