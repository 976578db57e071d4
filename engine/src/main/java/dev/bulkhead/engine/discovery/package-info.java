/**
 * What a sweep yields: {@link dev.bulkhead.engine.discovery.Discovery}, a device that was found,
 * and {@link dev.bulkhead.engine.discovery.SweepProgress}, how far it is. Immutable values, any
 * thread.
 *
 * <p>Imports {@code sample} only; {@code wire} carries it. Start reading at {@code Discovery}.
 */
@NullMarked
package dev.bulkhead.engine.discovery;

import org.jspecify.annotations.NullMarked;
