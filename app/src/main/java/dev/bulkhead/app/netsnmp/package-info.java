/**
 * What net-snmp's own files say of whom to ask and as whom: {@code snmp.conf} and its family and
 * {@code hosts/NAME.conf}, read into named credentials and devices.
 *
 * <p>Without JavaFX, for the window and the command line; reading blocks, any thread. Secrets are
 * {@link dev.bulkhead.engine.job.Secret}s from the line they stand in on, and no remark repeats
 * text that might be one. Start reading at {@link dev.bulkhead.app.netsnmp.NetSnmpFiles}.
 */
@NullMarked
package dev.bulkhead.app.netsnmp;

import org.jspecify.annotations.NullMarked;
