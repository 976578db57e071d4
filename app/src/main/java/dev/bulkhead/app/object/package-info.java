/**
 * The pane that describes the current object. {@link dev.bulkhead.app.object.ObjectSheet} gathers
 * what there is to say, without JavaFX; {@link dev.bulkhead.app.object.ObjectView} shows it.
 */
@NullMarked
package dev.bulkhead.app.object;

import org.jspecify.annotations.NullMarked;
