/**
 * Saving to a file the user names, in place: {@link dev.bulkhead.app.saving.SaveBar} asks where and
 * in which form, says when a file would be replaced, and tells what came of it. What is written,
 * and how, its owners know.
 *
 * <p>Imports words, the theme's parts and {@code fx}, and no feature. JavaFX's thread; writing is
 * done elsewhere.
 */
@NullMarked
package dev.bulkhead.app.saving;

import org.jspecify.annotations.NullMarked;
