/**
 * The window's flight recorder: recordings listed, made, replayed as offline devices, compared and
 * anonymised. What it does without a window is {@code app.flight}'s.
 *
 * <p>View models belong to JavaFX's thread and know no scene; files are read and written in the
 * background, through {@link dev.bulkhead.app.agent.Work}, and devices answer in workers. Must not
 * import {@code shell}. Start reading at {@link dev.bulkhead.app.recording.RecordingsViewModel}.
 */
@NullMarked
package dev.bulkhead.app.recording;

import org.jspecify.annotations.NullMarked;
