/**
 * The jobs under way and their worker processes, as a table with the targets and last log lines of
 * the chosen one. Looks at the engine once a second, and only while it shows. JavaFX's thread.
 * Start reading at {@link dev.bulkhead.app.processes.ProcessesView}.
 */
@NullMarked
package dev.bulkhead.app.processes;

import org.jspecify.annotations.NullMarked;
