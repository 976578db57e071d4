/**
 * The only way onto JavaFX's thread: {@link dev.bulkhead.app.fx.UiTicker} repaints what is dirty,
 * at most ten times a second, and {@link dev.bulkhead.app.fx.Background} runs what takes long and
 * hands its result over. {@code Platform.runLater} stands nowhere else. {@link
 * dev.bulkhead.app.fx.LiveCells} repaints a table's visible cells, {@link
 * dev.bulkhead.app.fx.Showing} tells whether that is worth it.
 */
@NullMarked
package dev.bulkhead.app.fx;

import org.jspecify.annotations.NullMarked;
