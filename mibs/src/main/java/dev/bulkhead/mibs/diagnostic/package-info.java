/**
 * Faults of MIB texts as values: code, arguments, place, note, help, suggestion; and their
 * renderers. Start reading at {@link dev.bulkhead.mibs.diagnostic.Diagnostic}.
 */
@NullMarked
package dev.bulkhead.mibs.diagnostic;

import org.jspecify.annotations.NullMarked;
