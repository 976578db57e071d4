/**
 * Conceptual tables (RFC 2578 §7.1.12) as grids. {@link dev.bulkhead.app.table.TableGrid} is plain
 * Java written by an engine thread; {@link dev.bulkhead.app.table.TableTab} repaints it.
 */
@NullMarked
package dev.bulkhead.app.table;

import org.jspecify.annotations.NullMarked;
