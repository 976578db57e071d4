/**
 * Files that the program was started with, and how a start hands them to the window that runs
 * already. Imports nothing of the other packages and no JavaFX. {@code OneWindow} listens on a
 * virtual thread and calls back on it; {@code OneWindow.offer} blocks its caller. Start reading at
 * {@link dev.bulkhead.app.opening.OneWindow}.
 */
@NullMarked
package dev.bulkhead.app.opening;

import org.jspecify.annotations.NullMarked;
