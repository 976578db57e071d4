/**
 * Mends a copy of a MIB text by the suggestions that its diagnostics carry, and shows what changed.
 * It works on bytes and calls back for compiling, so it must import neither the compiler nor file
 * access. Any thread may run it; nothing is shared. Start reading at {@link
 * dev.bulkhead.mibs.doctor.Repair}.
 */
@NullMarked
package dev.bulkhead.mibs.doctor;

import org.jspecify.annotations.NullMarked;
