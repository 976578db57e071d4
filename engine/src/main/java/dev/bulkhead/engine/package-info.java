/**
 * The engine's face: {@link dev.bulkhead.engine.Engine} runs {@link
 * dev.bulkhead.engine.job.JobSpec}s, each in a child JVM of its own, and tells of them in {@link
 * dev.bulkhead.engine.JobEvent}s.
 *
 * <p>Knows OIDs and packets, never names or pixels. This process never parses a byte that came from
 * the network: workers do.
 */
@NullMarked
package dev.bulkhead.engine;

import org.jspecify.annotations.NullMarked;
