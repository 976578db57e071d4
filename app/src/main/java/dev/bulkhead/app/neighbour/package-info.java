/**
 * Poll sets in the words of other pollers: snmp_exporter's {@code generator.yml}, and Telegraf's
 * {@code inputs.snmp}; and poll sets out of a {@code generator.yml}.
 *
 * <p>Values in, text out: no files, no JavaFX; any thread. No secret is ever written: where a
 * community or passphrase belongs there is the name of a variable. What cannot be said in another's
 * words is told in notes, never dropped in silence. Start reading at {@link
 * dev.bulkhead.app.neighbour.GeneratorText} and {@link dev.bulkhead.app.neighbour.GeneratorSet}.
 */
@NullMarked
package dev.bulkhead.app.neighbour;

import org.jspecify.annotations.NullMarked;
