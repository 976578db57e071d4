/**
 * What comes back: {@link dev.bulkhead.engine.sample.Sample}s of {@link
 * dev.bulkhead.engine.sample.VarBind}s, {@link dev.bulkhead.engine.sample.Failure}s, and rates
 * computed from raw counters and the agent's own time.
 *
 * <p>Shared by parent and worker; imports only {@code mibs.smi}. Any thread, unless a type says
 * otherwise.
 */
@NullMarked
package dev.bulkhead.engine.sample;

import org.jspecify.annotations.NullMarked;
