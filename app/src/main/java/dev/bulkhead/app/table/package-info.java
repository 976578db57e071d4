/**
 * Conceptual tables (RFC 2578 §7.1.12) as grids, of one device or several.
 *
 * <p>{@link dev.bulkhead.app.table.TableShape} says what a table looks like, {@link
 * dev.bulkhead.app.table.TableGrid} keeps the rows of one device, plain Java written by an engine
 * thread, and {@link dev.bulkhead.app.table.DeviceTable} reads them, one job at a time. {@link
 * dev.bulkhead.app.table.TableViewModel} joins devices and decides which rows and columns show;
 * {@link dev.bulkhead.app.table.TableTab} repaints visible cells, a few times a second and only if
 * something is new. {@link dev.bulkhead.app.table.FrozenTable} is a table whose first columns stay.
 * Start reading at the view model.
 */
@NullMarked
package dev.bulkhead.app.table;

import org.jspecify.annotations.NullMarked;
