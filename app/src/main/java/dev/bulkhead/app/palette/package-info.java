/**
 * Commands and objects by name, from the keyboard. The view model knows no scene. JavaFX's thread;
 * objects are searched on a virtual thread. Start reading at {@link
 * dev.bulkhead.app.palette.PaletteViewModel}.
 */
@NullMarked
package dev.bulkhead.app.palette;

import org.jspecify.annotations.NullMarked;
