/**
 * What a user asks for, as immutable values: {@link dev.bulkhead.engine.job.JobSpec}, {@link
 * dev.bulkhead.engine.job.Target} with its own credential, {@link
 * dev.bulkhead.engine.job.Schedule}.
 *
 * <p>Shared by parent and worker; imports only {@code mibs.smi} and {@code sample}. Secrets are
 * redacted by type. Any thread.
 */
@NullMarked
package dev.bulkhead.engine.job;

import org.jspecify.annotations.NullMarked;
