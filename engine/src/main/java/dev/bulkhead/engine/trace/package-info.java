/**
 * The packets of a job that was asked for them: what went and what came, as octets and as the
 * worker read it. The parent shows and saves them, and reads no octet of them.
 *
 * <p>Immutable, for any thread. Start with {@link dev.bulkhead.engine.trace.Packet}.
 */
@NullMarked
package dev.bulkhead.engine.trace;

import org.jspecify.annotations.NullMarked;
