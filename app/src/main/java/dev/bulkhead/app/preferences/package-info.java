/**
 * What the user prefers: kept in the settings, applied at once, all on one page that can be
 * searched. The view model knows no scene. JavaFX's thread. Start reading at {@link
 * dev.bulkhead.app.preferences.Preferences}.
 */
@NullMarked
package dev.bulkhead.app.preferences;

import org.jspecify.annotations.NullMarked;
