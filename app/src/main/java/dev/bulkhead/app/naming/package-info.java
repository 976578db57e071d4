/**
 * Names to OIDs, values to text, and the plan of a poll: what window and command line share.
 *
 * <p>Imports {@code mibs}, {@code export} and of the engine only {@code job} and {@code sample}; no
 * JavaFX, no files, no sockets. Any thread, unless a type says otherwise; nothing blocks. Start
 * reading at {@link dev.bulkhead.app.naming.MibNames}.
 */
@NullMarked
package dev.bulkhead.app.naming;

import org.jspecify.annotations.NullMarked;
