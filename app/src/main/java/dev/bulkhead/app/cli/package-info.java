/**
 * The command line: verbs that run one job and print what it yields, as net-snmp's tools do or as
 * CSV and JSON.
 *
 * <p>Never loads JavaFX. Each run opens an engine of its own without spare workers, and runs its
 * job in a worker process as the window does. The main thread waits; values are printed on the
 * job's thread, so that a slow reader slows the job down; MIB modules load on a third, while the
 * agent is being asked. Start reading at {@link dev.bulkhead.app.cli.Cli}.
 *
 * <p>Flags are read by a table of our own instead of picocli: net-snmp's grammar ({@code -Cr10},
 * {@code -v2c}, {@code -M -dir}) is getopt's, and picocli's reflection took 250 to 350 ms of a
 * command that is over in 600 (measured on two busy cores, JDK 25).
 */
@NullMarked
package dev.bulkhead.app.cli;

import org.jspecify.annotations.NullMarked;
