/**
 * Objects that the user marked, kept in the settings, and those passed lately. JavaFX's thread. The
 * lists know no scene. Start reading at {@link dev.bulkhead.app.bookmark.Bookmarks}.
 */
@NullMarked
package dev.bulkhead.app.bookmark;

import org.jspecify.annotations.NullMarked;
