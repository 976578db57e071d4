/**
 * The past of polls in the window: {@link dev.bulkhead.app.past.Historian} has every value of every
 * poll written into the history and gives charts what lies before their memory, {@link
 * dev.bulkhead.app.past.HistoryView} is the page of what is kept.
 *
 * <p>Files are read and written by {@link dev.bulkhead.app.history} on threads of their own, never
 * on JavaFX's. The engine's threads hand values over without waiting. The view model knows no
 * scene.
 */
@NullMarked
package dev.bulkhead.app.past;

import org.jspecify.annotations.NullMarked;
