/**
 * Writing to agents: editors that know a value's type, the Set desk, rows made and removed by
 * RowStatus (RFC 2579) or EntryStatus (RFC 2819), the confirm bar through which every SET goes, and
 * the log of changes with its way back.
 *
 * <p>A change is a {@link dev.bulkhead.app.change.ChangePlan}: one PDU or several, one after
 * another. {@link dev.bulkhead.app.change.ChangesViewModel} reads the old values, asks, sends,
 * reads back and keeps the log; nothing is sent that was not asked for there, and no SET is ever
 * repeated by itself. View models know neither scene nor stage; they run on JavaFX's thread (in
 * tests, on any one thread), to which engine threads hand their results over. Start reading at
 * {@link dev.bulkhead.app.change.ChangesViewModel}.
 */
@NullMarked
package dev.bulkhead.app.change;

import org.jspecify.annotations.NullMarked;
