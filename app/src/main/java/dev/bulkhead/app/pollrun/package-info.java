/**
 * Runs a poll set without a window: {@link dev.bulkhead.app.pollrun.PollRun} submits a job for the
 * blocks of each interval and tells {@link dev.bulkhead.app.pollrun.Sink sinks} what comes: files
 * of CSV and JSON Lines, a history file, metrics.
 *
 * <p>All sinks hear the same, in the same order: for each round of each series a value, or a gap
 * with its reason. Rates, formulas and alarms are computed once, before.
 *
 * <p>Engine threads, one for each job, compute and hand over under one lock; a timer writes what
 * waits to disk each second. A disk that stalls holds the jobs up, whose workers then say that
 * rounds were lost; one that is full never does. Imports no JavaFX and opens no standard stream.
 * Start reading at {@link dev.bulkhead.app.pollrun.PollRun}.
 */
@NullMarked
package dev.bulkhead.app.pollrun;

import org.jspecify.annotations.NullMarked;
