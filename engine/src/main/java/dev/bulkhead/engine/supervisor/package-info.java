/**
 * The parent's side: {@link dev.bulkhead.engine.supervisor.Supervisor} starts worker processes,
 * keeps spares, watches over them, replaces those that die, and keeps some for the next job on the
 * same target ({@code KeptWorkers}).
 *
 * <p>The only package with {@code ProcessBuilder} and {@code ProcessHandle}. Knows nothing of SNMP
 * but the job specification it hands on, and must not import {@code worker}, {@code snmp} or the
 * engine's face, which translates what {@code JobObserver} hears into events.
 *
 * <p>Threads: one for each job, which takes a worker, hands the job over, reads its frames and
 * calls the observer, all in sequence ({@code JobRun}); one for each worker's stderr; one that
 * watches heartbeats. Start reading at {@code JobRun}, then {@code WorkerProcess}.
 */
@NullMarked
package dev.bulkhead.engine.supervisor;

import org.jspecify.annotations.NullMarked;
