/**
 * Which agent is asked and as whom: addresses, recent devices, credentials. Secrets live in memory
 * only. Start reading at {@link dev.bulkhead.app.agent.TargetViewModel}.
 */
@NullMarked
package dev.bulkhead.app.agent;

import org.jspecify.annotations.NullMarked;
