/**
 * Why a device does not answer: {@link dev.bulkhead.engine.diagnosis.Probe}, what was tried and
 * what came of it, and {@link dev.bulkhead.engine.diagnosis.Diagnosis}, the cause that follows.
 * Immutable values, any thread.
 *
 * <p>Imports {@code sample} only; {@code wire} carries it, {@code snmp} fills it. Start reading at
 * {@code Step}.
 */
@NullMarked
package dev.bulkhead.engine.diagnosis;

import org.jspecify.annotations.NullMarked;
