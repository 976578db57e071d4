/**
 * The child's side: {@link dev.bulkhead.engine.worker.WorkerMain} sets the streams up, {@code
 * JobLoop} obeys the parent, {@code Outbound} is the bounded queue of what goes back.
 *
 * <p>Threads: {@code main} reads commands, {@code snmp} does the job (see {@code snmp}), {@code
 * out} writes frames, {@code beat} says that we live. Must not import {@code supervisor} or
 * anything of the window. Only frames go to stdout; stdin's end means that the parent is gone: exit
 * at once.
 */
@NullMarked
package dev.bulkhead.engine.worker;

import org.jspecify.annotations.NullMarked;
