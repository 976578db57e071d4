/**
 * Which agent is asked and as whom: the target, the user's devices, and named credentials with the
 * bar that asks for the master passphrase. Secrets are in memory and in the vault, which is {@code
 * app.vault}'s.
 *
 * <p>View models belong to JavaFX's thread and know no scene; files and keys are dealt with in the
 * background, through {@link dev.bulkhead.app.agent.Work}. Start reading at {@link
 * dev.bulkhead.app.agent.AgentDesk}.
 */
@NullMarked
package dev.bulkhead.app.agent;

import org.jspecify.annotations.NullMarked;
