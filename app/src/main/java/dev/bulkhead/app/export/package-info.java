/**
 * Values as files and streams: rows of named fields written as CSV, JSON, JSON Lines or XLSX.
 *
 * <p>No JavaFX, nothing of the engine, no names. Text from devices is written so that it does
 * nothing on a terminal or in a spreadsheet. One thread at a time. Start reading at {@link
 * dev.bulkhead.app.export.RowWriter}.
 *
 * <p>Written by hand instead of with Jackson and a CSV library: both formats only go out, and fit
 * into a page each, while loading Jackson costs a short command a tenth of its time. A workbook is
 * more than a page, so {@link dev.bulkhead.app.export.XlsxFile} uses a library.
 */
@NullMarked
package dev.bulkhead.app.export;

import org.jspecify.annotations.NullMarked;
