/**
 * The packets of jobs: recorded while the user wants it, listed, taken apart, saved.
 *
 * <p>What a packet says was read by the job's worker; here it is only shown, and no octet is
 * parsed. {@link dev.bulkhead.app.packets.PacketRecorder} stands between the window and the engine
 * and takes packets on engine threads; all else is JavaFX's thread. Must not import {@code shell}.
 * Start reading at {@link dev.bulkhead.app.packets.PacketsViewModel}.
 */
@NullMarked
package dev.bulkhead.app.packets;

import org.jspecify.annotations.NullMarked;
